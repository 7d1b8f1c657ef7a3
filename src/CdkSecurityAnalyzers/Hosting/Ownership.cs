using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// Decides whose finding it is. A cause that is risky whatever the caller passes belongs to the method that contains it; a cause that becomes risky
/// through an argument belongs to the call, on that argument.
/// </summary>
/// <param name="root">The member that was read.</param>
/// <param name="reports">Whether a member reports a cause when it is read as a root itself.</param>
internal sealed class Ownership(ISymbol root, Func<ISymbol, Finding, bool> reports)
{
    /// <summary>The finding at the place where the root owns it; null when a method that the root calls owns it.</summary>
    public Finding? Place(Finding finding)
    {
        var site = finding.Site;
        var inner = ImmutableArray.CreateBuilder<RelatedPlace>();
        while (true)
        {
            var owner = MemberOf(site.Frame.Member);
            if (SymbolEqualityComparer.Default.Equals(owner, root) && !IsOwnParameter(site))
            {
                break;
            }

            if (!SymbolEqualityComparer.Default.Equals(owner, root) && reports(owner, finding))
            {
                return null;
            }

            if (site.Frame.Caller is not { } caller || site.Frame.CallSite is not { } call)
            {
                break;
            }

            inner.Add(new RelatedPlace(site, Key: null));
            site = new Site(ArgumentFor(site, call) ?? call, caller);
            if (
                inner[inner.Count - 1].Site.Operation is not IParameterReferenceOperation
                && finding.Origin is { } origin
                && IsWithin(origin, caller.Member)
            )
            {
                // The callee reads a member of what it is given; the caller wrote that member's value here.
                site = new Site(origin, caller);
            }
        }

        if (
            !IsCuredByUse(finding)
            && finding.Origin is { } element
            && IsWithin(element, root)
            && RepeatedCode.Of(site.Operation, element) is { } repeated
        )
        {
            inner.Add(new RelatedPlace(site, Key: null));
            return Moved(finding, new Site(element, site.Frame), inner.ToImmutable(), isPassedOn: repeated.UsesElementsOnce);
        }

        return inner.Count == 0 ? finding : Moved(finding, site, inner.ToImmutable(), IsPassedOn(finding));
    }

    private static bool IsWithin(IOperation operation, ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == operation.Syntax.SyntaxTree && reference.Span.Contains(operation.Syntax.Span)
        );

    /// <summary>Whether the right use of the value would do: the value itself is not the cause then.</summary>
    private static bool IsCuredByUse(Finding finding) =>
        finding.Properties.ContainsKey(FindingProperties.Prefix) || finding.Properties.ContainsKey(FindingProperties.ReplacementMember);

    /// <summary>Whether the callee uses what it is given.</summary>
    private static bool IsPassedOn(Finding finding) => finding.Origin is { } origin && !IsWithin(origin, finding.Site.Frame.Member);

    /// <summary>The finding at a call or at an element.</summary>
    /// <param name="inner">Where the value that stands there is used.</param>
    /// <param name="isPassedOn">
    /// Whether it is used as it is given, and for nothing else. What should stand there is known only then, and if its cure takes no other method than the code
    /// there calls.
    /// </param>
    private static Finding Moved(Finding finding, Site site, ImmutableArray<RelatedPlace> inner, bool isPassedOn)
    {
        var isCurable = isPassedOn && !finding.Properties.ContainsKey(FindingProperties.ReplacementMember);
        return finding with
        {
            Site = site,
            Related = finding.Related.AddRange(inner),
            Replacement = isCurable ? finding.Replacement : null,
            Properties = isCurable
                ? finding.Properties
                : finding.Properties.RemoveRange([FindingProperties.ReplacementMember, FindingProperties.Prefix, FindingProperties.Suffix]),
        };
    }

    /// <summary>The member that a lambda or local function stands in.</summary>
    private static ISymbol MemberOf(ISymbol member)
    {
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function)
        {
            member = function.ContainingSymbol;
        }

        return member;
    }

    /// <summary>
    /// A lambda or local function is no root: what it takes as argument is decided where the same member calls it. A call by a library method has no such
    /// argument.
    /// </summary>
    private static bool IsOwnParameter(Site site) =>
        site.Frame is { Caller: not null, CallSite: IInvocationOperation { TargetMethod: var called } }
        && (
            called.MethodKind == MethodKind.DelegateInvoke
            || SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, site.Frame.Member)
        )
        && site.Operation is IParameterReferenceOperation { Parameter.ContainingSymbol: var function }
        && SymbolEqualityComparer.Default.Equals(function, site.Frame.Member)
        && function is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    /// <summary>The argument of a call that the inner expression depends on: the one for the first parameter that it mentions.</summary>
    private static IOperation? ArgumentFor(Site site, IOperation call)
    {
        var parameter = site.Operation.DescendantsAndSelf().OfType<IParameterReferenceOperation>().FirstOrDefault()?.Parameter;
        var isReceiver = parameter is not null && ExtensionBlocks.IsReceiver(parameter);
        var instance = call switch
        {
            IInvocationOperation invocation => invocation.Instance,
            IPropertyReferenceOperation property => property.Instance,
            _ => null,
        };
        if (isReceiver && instance is not null)
        {
            return instance;
        }

        // A static method that stands for a member of an extension block takes the receiver first.
        var isShifted =
            !isReceiver
            && call is IInvocationOperation { TargetMethod: var called }
            && ExtensionBlocks.MemberFor(called) is { IsStatic: false };
        var ordinal = isShifted ? parameter?.Ordinal + 1 : parameter?.Ordinal;
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation indexer => indexer.Arguments,
            _ => [],
        };
        return arguments
            .FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Ordinal == ordinal)
            ?.Value;
    }
}
