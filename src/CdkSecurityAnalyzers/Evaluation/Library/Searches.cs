using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods by which lists and arrays are searched: those of LINQ under other names.</summary>
internal static class Searches
{
    public static Value? TryCall(LibraryCall call, SequenceValue sequence) =>
        call.Name switch
        {
            _ when QueryOf(call.Name) is { } query => QueryMethods.TryCall(call.As(query, sequence)),
            "FindIndex" when call.Arguments.Length == 1 && call[0] is DelegateValue predicate => FindIndex(call, sequence, predicate),
            "IndexOf" when call.Arguments.Length == 1 && call[0] is ConstantValue sought => IndexOf(call, sequence, sought),
            _ => null,
        };

    /// <summary>The LINQ method that a method of lists and arrays is; null for others.</summary>
    public static string? QueryOf(string name) =>
        name switch
        {
            "Find" => "FirstOrDefault",
            "FindLast" => "LastOrDefault",
            "FindAll" => "Where",
            "Exists" => "Any",
            "TrueForAll" => "All",
            "ConvertAll" => "Select",
            _ => null,
        };

    private static Value FindIndex(LibraryCall call, SequenceValue sequence, DelegateValue predicate) =>
        call.Interpreter.FromElements(
            sequence,
            call.Operation,
            known =>
            {
                for (var index = 0; known.IsComplete && index < known.Elements.Length && index < Bounds.LoopRounds; index++)
                {
                    switch (call.Interpreter.Invoke(predicate, [known.Elements[index]], call.Site))
                    {
                        case ConstantValue { Content: true }:
                            return new ConstantValue(index, call.Operation);
                        case ConstantValue { Content: false }:
                            continue;
                        default:
                            return new UnknownValue(UnknownReason.Loop, call.Operation);
                    }
                }

                return known.IsComplete && known.Elements.Length <= Bounds.LoopRounds
                    ? new ConstantValue(-1, call.Operation)
                    : new UnknownValue(UnknownReason.Loop, call.Operation);
            }
        );

    private static Value IndexOf(LibraryCall call, SequenceValue sequence, ConstantValue sought) =>
        call.Interpreter.FromElements(
            sequence,
            call.Operation,
            known =>
            {
                if (!known.IsComplete || !known.Elements.All(static element => element.Value is ConstantValue))
                {
                    return new UnknownValue(UnknownReason.Loop, call.Operation);
                }

                var contents = known.Elements.Select(static element => ((ConstantValue)element.Value).Content).ToList();
                return new ConstantValue(contents.IndexOf(sought.Content), call.Operation);
            }
        );
}
