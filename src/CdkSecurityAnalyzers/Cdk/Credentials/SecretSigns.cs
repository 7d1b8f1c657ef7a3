using System;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Tokens;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>
/// Tells, without looking closer and without allocating anything, whether values can hold a secret in any world: most constructs have neither a word for one nor
/// the beginning of a token in anything that they are given, and are not read at all.
/// </summary>
internal sealed class SecretSigns
{
    /// <summary>How deeply values are searched; like <see cref="ExposureWalk"/>.</summary>
    private const int DepthLimit = 16;

    /// <summary>Past so many values they are read in any case.</summary>
    private const int ValueLimit = 4_000;

    /// <summary>What is in every name that says secret.</summary>
    private static readonly string[] Words = ["KEY", "TOKEN", "SECRET", "PASS", "CREDENTIAL", "PAT", "PWD"];

    private int count;

    /// <summary>Whether a value, or anything that it holds, has a sign of a secret.</summary>
    public static bool AreIn(Value value) => new SecretSigns().Visit(value, DepthLimit);

    /// <summary>Whether the name of a property is a sign itself: whatever it takes is a secret.</summary>
    public static bool IsName(string name) =>
        name.EndsWith("Token", StringComparison.Ordinal)
        || name.EndsWith("Password", StringComparison.Ordinal)
        || name.StartsWith("SecretString", StringComparison.Ordinal);

    private bool Visit(Value value, int depth)
    {
        if (depth == 0 || ++count > ValueLimit)
        {
            return true;
        }

        switch (value)
        {
            case ConstantValue { Content: string text }:
                return IsSign(text);
            case TextValue text:
                foreach (var part in text.Parts)
                {
                    if (part.Known is { } known ? IsSign(known) : Visit(part.Hole!, depth - 1))
                    {
                        return true;
                    }
                }

                return false;
            case ChoiceValue choice:
                return Visit(choice.WhenTrue.Value, depth - 1) || Visit(choice.WhenFalse.Value, depth - 1);
            case ElementsValue elements:
                foreach (var element in elements.Elements)
                {
                    if (Visit(element.Value, depth - 1))
                    {
                        return true;
                    }
                }

                return false;
            case EntriesValue entries:
                foreach (var entry in entries.Entries)
                {
                    if (Visit(entry.Key.Value, depth - 1) || Visit(entry.Value.Value, depth - 1))
                    {
                        return true;
                    }
                }

                return false;
            case HeapValue held:
                return VisitHeld(held, depth);
            default:
                return false;
        }
    }

    private bool VisitHeld(HeapValue value, int depth)
    {
        if (CdkTypes.SecretValue.IsBaseOf(value.Type))
        {
            return true;
        }

        if (value is CallValue call)
        {
            if (ExposedText.IsUnwrapping(call) || (call.Receiver is { } receiver && Visit(receiver.Value, depth - 1)))
            {
                return true;
            }

            foreach (var argument in call.Arguments)
            {
                if (Visit(argument.Value, depth - 1))
                {
                    return true;
                }
            }

            return false;
        }

        if (value is MemberValue || (value is ObjectValue && CdkTypes.Construct.IsBaseOf(value.Type)))
        {
            return false;
        }

        if (value is ObjectValue owner)
        {
            foreach (var argument in owner.ConstructorArguments)
            {
                if (Visit(argument.Value, depth - 1))
                {
                    return true;
                }
            }
        }

        foreach (var member in value.Members)
        {
            if ((member.Key is string name && (IsName(name) || IsSwitch(name, member.Value.Value))) || Visit(member.Value.Value, depth - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSwitch(string name, Value value) =>
        name == "CheckSecretsInPlainTextEnvVariables" && value is not ConstantValue { Content: true };

    private static bool IsSign(string text) => text.IndexOf('@') >= 0 || TokenScanner.MayFind(text) || HasWord(text);

    private static bool HasWord(string text)
    {
        foreach (var word in Words)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
