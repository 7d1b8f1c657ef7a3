using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Ways to hand over arguments. Every argument keeps its marks.</summary>
internal static class ArgumentVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        new Arguments("named arguments", arguments => arguments.All(IsPlain), (arguments, edit) => string.Join(", ", arguments.Select(argument => Named(argument, edit)))),
        new Arguments("named arguments in reverse", arguments => arguments.Count > 1 && arguments.All(IsPlain), (arguments, edit) => string.Join(", ", arguments.Reverse().Select(argument => Named(argument, edit)))),
        new Arguments("array for params", arguments => arguments.Count > 0 && arguments[^1].ArgumentKind == ArgumentKind.ParamArray && arguments.SkipLast(1).All(IsPlain), (arguments, edit) =>
            string.Join(", ", arguments.Where(argument => argument.ArgumentKind != ArgumentKind.ParamArray).Select(argument => edit.Whole(argument.Syntax)).Append(Array(arguments[^1], edit)))),
    ];

    private static bool IsPlain(IArgumentOperation argument) => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.RefKind: RefKind.None };

    private static string Named(IArgumentOperation argument, Rewriting edit) => $"{argument.Parameter!.Name}: {edit.Whole(((ArgumentSyntax)argument.Syntax).Expression)}";

    private static string Array(IArgumentOperation argument, Rewriting edit) =>
        $"new {argument.Parameter!.Type.ToDisplayString(ValuePlace.Written)} {{ {string.Join(", ", ((IArrayCreationOperation)argument.Value).Initializer!.ElementValues.Select(element => edit.Whole(element.Syntax)))} }}";

    private sealed class Arguments(string name, Func<IReadOnlyList<IArgumentOperation>, bool> fits, Func<IReadOnlyList<IArgumentOperation>, Rewriting, string> write) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program)
        {
            foreach (var list in program.Root.DescendantNodes().OfType<ArgumentListSyntax>().Where(list => list.Arguments.Count > 0 && list.Arguments.All(argument => argument.RefKindKeyword.RawKind == 0)))
            {
                var arguments = ArgumentsOf(program.Model.GetOperation(list.Parent!)).Where(argument => !argument.IsImplicit || argument.ArgumentKind == ArgumentKind.ParamArray).ToArray();
                var written = arguments.Count(argument => argument.Syntax is ArgumentSyntax);
                if (arguments.Length > 0 && (written == list.Arguments.Count || arguments[^1].ArgumentKind == ArgumentKind.ParamArray) && fits(arguments))
                {
                    yield return new VariedPlace(list, edit => edit.Replace(list, $"({write(arguments, edit)})"));
                }
            }
        }

        private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation? call) => call switch
        {
            IInvocationOperation { TargetMethod: { IsExtensionMethod: false, MethodKind: not MethodKind.DelegateInvoke } } invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
    }
}
