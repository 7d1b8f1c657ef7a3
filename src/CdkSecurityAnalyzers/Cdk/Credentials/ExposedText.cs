using System.Text;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>What is known of a text. It is never shown to anybody.</summary>
/// <param name="Known">The text, with <c>${}</c> for each part that is not known, and <c>${*}</c> for a secret that is taken out of its protection.</param>
/// <param name="IsWhole">Whether all of it is known.</param>
/// <param name="Unwrapped">What takes a secret out of its protection and puts it into the text: a call, or the secret itself; null when there is none.</param>
internal readonly record struct ExposedText(string Known, bool IsWhole, HeapValue? Unwrapped)
{
    /// <summary>A part that is not known although it is no token of the CDK: a run of the program decides what it is; null when there is none.</summary>
    public Value? Open { get; init; }

    private const string Hole = "${}";

    private const string UnwrappedHole = "${*}";

    /// <summary>Nothing that is known.</summary>
    public static readonly ExposedText Nothing = new(Hole, IsWhole: false, Unwrapped: null);

    /// <summary>Whether a call takes a secret out of its protection: <c>secret.UnsafeUnwrap()</c>.</summary>
    public static bool IsUnwrapping(Value value) =>
        value is CallValue { Method.Name: "UnsafeUnwrap" } call && CdkTypes.SecretValue.IsBaseOf(call.Method.ContainingType);

    /// <summary>
    /// What puts a secret into a text: the call that unwraps it, or that makes a token of it as <c>Token.AsString</c> and <c>ToString</c> do, or the secret, of
    /// which the CDK makes a token itself. Null when the value is none of these.
    /// </summary>
    private static HeapValue? UnwrappedBy(World world, Value value) =>
        value switch
        {
            CallValue call when IsUnwrapping(call) => call,
            CallValue { Method.Name: "ToString", Receiver: { } receiver } call when IsSecret(world.Resolve(receiver.Value)) => call,
            CallValue { Method: { Name: "AsString" } method, Arguments: { Length: > 0 } arguments } call
                when CdkTypes.Token.Is(method.ContainingType) && IsSecret(world.Resolve(arguments[0].Value)) => call,
            HeapValue secret when IsSecret(secret) => secret,
            _ => null,
        };

    private static bool IsSecret(Value value) => value is HeapValue { Type: var type } && CdkTypes.SecretValue.IsBaseOf(type);

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
                return UnwrappedBy(world, rendered) is { } secret
                    ? Nothing with
                    {
                        Unwrapped = secret,
                    }
                    : Nothing with
                    {
                        Open = IsToken(rendered) ? null : rendered,
                    };
        }
    }

    /// <summary>A part of the text that means something by itself, as the language of the text has it.</summary>
    public ExposedText Part(string part)
    {
        var (isUnwrapped, isOpen) = (Has(part, UnwrappedHole), Has(part, Hole));
        return new ExposedText(part, IsWhole: !isUnwrapped && !isOpen, isUnwrapped ? Unwrapped : null) { Open = isOpen ? Open : null };
    }

    private static bool Has(string text, string hole) => text.IndexOf(hole, System.StringComparison.Ordinal) >= 0;

    /// <summary>Texts that are put into logs and debuggers show nothing.</summary>
    public override string ToString() => Hole;

    private static ExposedText Of(World world, TextValue text)
    {
        var known = new StringBuilder();
        HeapValue? unwrapped = null;
        Value? open = null;
        foreach (var part in text.Parts)
        {
            if (part.Hole is null)
            {
                known.Append(part.Known);
                continue;
            }

            var filler = world.Resolve(part.Hole);
            var secret = UnwrappedBy(world, filler);
            known.Append(secret is null ? Hole : UnwrappedHole);
            if (secret is not null)
            {
                unwrapped ??= secret;
            }
            else if (!IsToken(filler))
            {
                open ??= filler;
            }
        }

        return new ExposedText(known.ToString(), IsWhole: false, unwrapped) { Open = open };
    }

    /// <summary>What the CDK gives: a token, or a thing that is no text.</summary>
    private static bool IsToken(Value value) =>
        value switch
        {
            CallValue call => CdkTypes.IsOfCdk(call.Method.ContainingType),
            MemberValue member => CdkTypes.IsOfCdk(member.Member.ContainingType),
            UnknownValue => false,
            _ => true,
        };
}
