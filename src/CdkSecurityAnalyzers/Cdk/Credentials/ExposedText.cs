using System.Text;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>What is known of a text. It is never shown to anybody.</summary>
/// <param name="Known">The text, with <c>${}</c> for each part that is not known.</param>
/// <param name="IsWhole">Whether all of it is known.</param>
/// <param name="Unwrapped">The call that takes a secret out of its protection and puts it into the text; null when there is none.</param>
internal readonly record struct ExposedText(string Known, bool IsWhole, CallValue? Unwrapped)
{
    private const string Hole = "${}";

    /// <summary>Nothing that is known.</summary>
    public static readonly ExposedText Nothing = new(Hole, IsWhole: false, Unwrapped: null);

    /// <summary>Whether a call takes a secret out of its protection: <c>secret.UnsafeUnwrap()</c>.</summary>
    public static bool IsUnwrapping(Value value) =>
        value is CallValue { Method.Name: "UnsafeUnwrap" } call && CdkTypes.SecretValue.IsBaseOf(call.Method.ContainingType);

    public static ExposedText Of(World world, Value value)
    {
        var rendered = new TokenText(world).Render(world.Resolve(value));
        switch (rendered)
        {
            case ConstantValue constant:
                return new ExposedText(constant.Text, IsWhole: true, Unwrapped: null);
            case TextValue text:
                return Of(world, text);
            default:
                return IsUnwrapping(rendered) ? Nothing with { Unwrapped = (CallValue)rendered } : Nothing;
        }
    }

    /// <summary>Texts that are put into logs and debuggers show nothing.</summary>
    public override string ToString() => Hole;

    private static ExposedText Of(World world, TextValue text)
    {
        var known = new StringBuilder();
        CallValue? unwrapped = null;
        foreach (var part in text.Parts)
        {
            known.Append(part.Known ?? Hole);
            if (part.Hole is { } hole && world.Resolve(hole) is var filler && IsUnwrapping(filler))
            {
                unwrapped ??= (CallValue)filler;
            }
        }

        return new ExposedText(known.ToString(), IsWhole: false, unwrapped);
    }
}
