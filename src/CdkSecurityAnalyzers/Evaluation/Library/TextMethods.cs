using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods of <see cref="string"/>: on constants they are computed, joins keep the known parts around unknown ones.</summary>
internal static class TextMethods
{
    /// <summary>The methods of one text that are computed when everything about them is known.</summary>
    public static Value? Compute(LibraryCall call, string name) =>
        call.Interpreter.ForEachAlternative(
            call.Receiver!.Value.Value,
            alternative =>
                (
                    alternative is ConstantValue { Content: string text } && call.Arguments.All(IsReadable)
                        ? ComputeKnown(call, name, text)
                        : null
                ) ?? new UnknownValue(UnknownReason.RuntimeCall, call.Operation)
        );

    public static Value? TryCall(LibraryCall call) =>
        call.Name switch
        {
            "Join" => Join(call),
            "Concat" => Concat(call),
            "Format" => Format(call),
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" when call[0] is ConstantValue { Content: string text } => new ConstantValue(
                call.Name == "IsNullOrEmpty" ? string.IsNullOrEmpty(text) : string.IsNullOrWhiteSpace(text),
                call.Operation
            ),
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" when call[0] is NullValue => new ConstantValue(true, call.Operation),
            "Create" when call.Method.IsStatic && call.Arguments.Length == 2 && call[1] is ConstantValue or TextValue => call[1],
            "Equals"
                when call.Method.IsStatic && call[0] is ConstantValue { Content: string text } && call[1] is ConstantValue or NullValue =>
                new ConstantValue(string.Equals(text, (call[1] as ConstantValue)?.Content as string, Comparison(call)), call.Operation),
            "Compare"
            or "CompareOrdinal"
                when call[0] is ConstantValue { Content: string text }
                    && call[1] is ConstantValue { Content: string other }
                    && (call.Name == "CompareOrdinal" || IsOrdinal(call)) => new ConstantValue(
                string.Compare(text, other, Comparison(call)),
                call.Operation
            ),
            _ when call.Receiver is { Value: ConstantValue { Content: string text } } && call.Arguments.All(IsReadable) => ComputeKnown(
                call,
                call.Name,
                text
            ),
            _ => null,
        };

    private static bool IsReadable(Argument argument) =>
        argument.Value is ConstantValue or NullValue or SequenceValue
        || (
            argument.Value is EnumMemberValue
            {
                Name: "None"
                    or "TrimEntries"
                    or "RemoveEmptyEntries"
                    or "Ordinal"
                    or "InvariantCulture"
                    or "OrdinalIgnoreCase"
                    or "InvariantCultureIgnoreCase"
            }
        );

    /// <summary>The text of the elements with a separator between them.</summary>
    public static Value? Join(LibraryCall call)
    {
        if (call[0] is not { } separator || call.Method.Parameters.Length != 2)
        {
            return null;
        }

        return call.Interpreter.FromElements(
            call[1]!,
            call.Operation,
            elements =>
            {
                if (!elements.IsComplete)
                {
                    return new UnknownValue(UnknownReason.Loop, call.Operation);
                }

                Value text = new ConstantValue(string.Empty, call.Operation);
                for (var index = 0; index < elements.Elements.Length; index++)
                {
                    text = index == 0 ? text : call.Interpreter.Concatenate(text, separator, call.Operation);
                    text = call.Interpreter.Concatenate(text, elements.Elements[index].Value, call.Operation);
                }

                return text;
            }
        );
    }

    private static Value? Concat(LibraryCall call)
    {
        if (call.Arguments.Length == 1 && call[0] is SequenceValue sequence)
        {
            return call.Interpreter.FromElements(
                sequence,
                call.Operation,
                elements =>
                    elements.IsComplete
                        ? elements.Elements.Aggregate(
                            (Value)new ConstantValue(string.Empty, call.Operation),
                            (text, element) => call.Interpreter.Concatenate(text, element.Value, call.Operation)
                        )
                        : new UnknownValue(UnknownReason.Loop, call.Operation)
            );
        }

        return call.Arguments.Aggregate(
            (Value)new ConstantValue(string.Empty, call.Operation),
            (text, argument) => call.Interpreter.Concatenate(text, argument.Value, call.Operation)
        );
    }

    /// <summary>A format string with its items filled in.</summary>
    public static Value? Format(LibraryCall call)
    {
        var arguments = call.Arguments.Where(argument => argument.Parameter.Type.Name != nameof(IFormatProvider)).ToImmutableArray();
        if (arguments.IsEmpty || arguments[0].Value is not ConstantValue { Content: string format })
        {
            return null;
        }

        if (arguments.Length == 2 && arguments[1].Value is SequenceValue values)
        {
            return call.Interpreter.FromElements(
                values,
                call.Operation,
                elements =>
                    elements.IsComplete ? Format(call, format, elements.Elements) : new UnknownValue(UnknownReason.Loop, call.Operation)
            );
        }

        return Format(call, format, [.. arguments.Skip(1).Select(argument => argument.Binding)]);
    }

    private static Value Format(LibraryCall call, string format, ImmutableArray<Binding> values)
    {
        Value text = new ConstantValue(string.Empty, call.Operation);
        foreach (var (known, index) in CompositeFormat.Parse(format))
        {
            if (index >= values.Length)
            {
                return new UnknownValue(UnknownReason.Invalid, call.Operation);
            }

            var part = index < 0 ? new ConstantValue(known, call.Operation) : values[index].Value;
            text = call.Interpreter.Concatenate(text, part, call.Operation);
        }

        return text;
    }

    private static Value? ComputeKnown(LibraryCall call, string name, string text)
    {
        var first = (call[0] as ConstantValue)?.Content;
        var second = (call[1] as ConstantValue)?.Content;
        var comparison = Comparison(call);
        object? result = (name, first, second) switch
        {
            ("ToLower" or "ToLowerInvariant", null, null) => text.ToLowerInvariant(),
            ("ToUpper" or "ToUpperInvariant", null, null) => text.ToUpperInvariant(),
            ("Trim", null, null) when call.Arguments.IsEmpty => text.Trim(),
            ("TrimStart", null, null) when call.Arguments.IsEmpty => text.TrimStart(),
            ("TrimEnd", null, null) when call.Arguments.IsEmpty => text.TrimEnd(),
            ("Trim", char trimmed, null) => text.Trim(trimmed),
            ("TrimStart", char trimmed, null) => text.TrimStart(trimmed),
            ("TrimEnd", char trimmed, null) => text.TrimEnd(trimmed),
            ("Replace", string { Length: > 0 } old, null) when comparison == StringComparison.Ordinal && call[1] is NullValue =>
                text.Replace(old, string.Empty),
            ("Replace", string { Length: > 0 } old, string by) when comparison == StringComparison.Ordinal => text.Replace(old, by),
            ("Replace", char old, char by) => text.Replace(old, by),
            ("Substring", int start, null) when start >= 0 && start <= text.Length => text.Substring(start),
            ("Substring", int start, int length) when IsSpan(text, start, length) => text.Substring(start, length),
            ("Remove", int start, null) when start >= 0 && start <= text.Length => text.Remove(start),
            ("Remove", int start, int length) when IsSpan(text, start, length) => text.Remove(start, length),
            ("Insert", int start, { } inserted) when call.Arguments.Length == 2 && start >= 0 && start <= text.Length => text.Insert(
                start,
                ((ConstantValue)call[1]!).Text
            ),
            ("PadLeft", int width, null) when width is >= 0 and <= Bounds.TextLength => text.PadLeft(width),
            ("PadLeft", int width, char padding) when width is >= 0 and <= Bounds.TextLength => text.PadLeft(width, padding),
            ("PadRight", int width, null) when width is >= 0 and <= Bounds.TextLength => text.PadRight(width),
            ("PadRight", int width, char padding) when width is >= 0 and <= Bounds.TextLength => text.PadRight(width, padding),
            ("IndexOf", string sought, null) => text.IndexOf(sought, comparison),
            ("IndexOf", char sought, null) => text.IndexOf(sought),
            ("LastIndexOf", string sought, null) => text.LastIndexOf(sought, comparison),
            ("LastIndexOf", char sought, null) => text.LastIndexOf(sought),
            ("StartsWith", string start, null) => text.StartsWith(start, comparison),
            ("EndsWith", string end, null) => text.EndsWith(end, comparison),
            ("StartsWith", char start, null) => text.Length > 0 && text[0] == start,
            ("EndsWith", char end, null) => text.Length > 0 && text[text.Length - 1] == end,
            ("Contains", string part, null) => text.IndexOf(part, comparison) >= 0,
            ("Contains", char part, null) => text.IndexOf(part) >= 0,
            ("Equals", string other, null) => string.Equals(text, other, comparison),
            _ => null,
        };
        if (result is string { Length: > Bounds.TextLength })
        {
            return null;
        }

        if (result is not null)
        {
            return new ConstantValue(result, call.Operation);
        }

        return name switch
        {
            "Split" when Separator(call) is { } separator && second is null && SplitOptions(call) is { } options => call.Sequence(
                [.. Split(text, separator, options).Select(part => call.Here(new ConstantValue(part, call.Operation)))],
                isComplete: true
            ),
            "ToCharArray" when call.Arguments.IsEmpty => call.Sequence(
                [.. text.Select(character => call.Here(new ConstantValue(character, call.Operation)))],
                isComplete: true
            ),
            _ => null,
        };
    }

    private static StringComparison Comparison(LibraryCall call) =>
        call.Arguments.Any(argument => argument.Value is EnumMemberValue { Name: "OrdinalIgnoreCase" or "InvariantCultureIgnoreCase" })
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    private static bool IsOrdinal(LibraryCall call) =>
        call.Arguments.Any(argument =>
            argument.Value is EnumMemberValue { Name: nameof(StringComparison.Ordinal) or nameof(StringComparison.OrdinalIgnoreCase) }
        );

    private static bool IsSpan(string text, int start, int length) => start >= 0 && length >= 0 && start <= text.Length - length;

    /// <summary>The parts of a text. A framework older than that of the program may not know how to trim them.</summary>
    private static IEnumerable<string> Split(string text, string separator, (bool Trims, bool RemovesEmpty) options) =>
        text.Split([separator], StringSplitOptions.None)
            .Select(part => options.Trims ? part.Trim() : part)
            .Where(part => !options.RemovesEmpty || part.Length > 0);

    /// <summary>What a call says about the parts; null when that is not known.</summary>
    private static (bool Trims, bool RemovesEmpty)? SplitOptions(LibraryCall call)
    {
        var given = call.Arguments.FirstOrDefault(argument => argument.Parameter.Type.Name == nameof(StringSplitOptions)).Binding.Value;
        return given switch
        {
            null => (false, false),
            EnumMemberValue { Member.ConstantValue: int bits } => ((bits & 2) != 0, (bits & 1) != 0),
            ConstantValue { Content: int bits } => ((bits & 2) != 0, (bits & 1) != 0),
            _ => null,
        };
    }

    private static string? Separator(LibraryCall call)
    {
        var separator =
            call[0] is SequenceValue characters
            && call.Interpreter.FromElements(
                characters,
                call.Operation,
                known => known.Elements.Length == 1 ? known.Elements[0].Value : characters
            )
                is ConstantValue only
                ? only
                : call[0] as ConstantValue;
        return separator?.Content switch
        {
            string { Length: > 0 } text => text,
            char character => character.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
