using System;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>A secret, kept to tell it from others. It is never shown.</summary>
internal sealed class Secret : IEquatable<Secret>
{
    private readonly string text;

    private Secret(string text) => this.text = text;

    /// <summary>The secret that a token in a text is.</summary>
    public static Secret Of(string text, FoundToken token) => new(text.Substring(token.Start, token.Length));

    public bool Equals(Secret? other) => string.Equals(text, other?.text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(text);

    public override string ToString() => "…";
}
