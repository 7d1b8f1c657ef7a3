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
    /// <summary>A part that is not known although it is no token of the CDK: a run of the program decides what it is; null when there is none.</summary>
    public Value? Open { get; init; }

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
                return IsUnwrapping(rendered)
                    ? Nothing with
                    {
                        Unwrapped = (CallValue)rendered,
                    }
                    : Nothing with
                    {
                        Open = IsToken(rendered) ? null : rendered,
                    };
        }
    }

    /// <summary>Texts that are put into logs and debuggers show nothing.</summary>
    public override string ToString() => Hole;

    private static ExposedText Of(World world, TextValue text)
    {
        var known = new StringBuilder();
        CallValue? unwrapped = null;
        Value? open = null;
        foreach (var part in text.Parts)
        {
            known.Append(part.Known ?? Hole);
            if (part.Hole is null)
            {
                continue;
            }

            var filler = world.Resolve(part.Hole);
            if (IsUnwrapping(filler))
            {
                unwrapped ??= (CallValue)filler;
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
