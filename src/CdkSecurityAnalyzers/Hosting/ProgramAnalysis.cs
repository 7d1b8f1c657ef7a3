using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>The analysis of one compilation: every root is read once, whoever asks.</summary>
internal sealed class ProgramAnalysis
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Finding>> findings = new(SymbolEqualityComparer.Default);
    private readonly AspectIndex aspects;
    private readonly Consumers consumers;

    public ProgramAnalysis(Compilation compilation)
    {
        Bodies = new MethodBodies(compilation);
        aspects = new AspectIndex(Bodies);
        consumers = new Consumers(Bodies);
    }

    public MethodBodies Bodies { get; }

    /// <summary>The diagnostics that a root owns.</summary>
    public IEnumerable<Diagnostic> Diagnose(Root root, CancellationToken cancellationToken)
    {
        var ownership = new Ownership(root.Member, member => FindingsOf(member, cancellationToken));
        var reported = new HashSet<(string Id, SyntaxNode Place)>();
        foreach (var finding in FindingsIn(root, cancellationToken))
        {
            if (ownership.Place(finding) is { } placed
                && (!finding.IsLeaving || BecomesReal(finding, root.Member, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken))
                && reported.Add((finding.Descriptor.Id, placed.Site.Operation.Syntax)))
            {
                yield return placed.ToDiagnostic();
            }
        }
    }

    /// <summary>
    /// Whether something risky that leaves a member ends in a construct: a member of the compilation that takes it does not close the gap. What nobody in
    /// the compilation takes is for others to use, and counts as used.
    /// </summary>
    private bool BecomesReal(Finding finding, ISymbol member, HashSet<ISymbol> visited, CancellationToken cancellationToken)
    {
        var takers = consumers.Of(member, cancellationToken);
        if (takers.IsEmpty)
        {
            return true;
        }

        foreach (var taker in takers)
        {
            if (visited.Add(taker)
                && FindingsOf(taker, cancellationToken).FirstOrDefault(finding.IsSameCause) is { } taken
                && (!taken.IsLeaving || BecomesReal(finding, taker, visited, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<Finding> FindingsOf(ISymbol member, CancellationToken cancellationToken) =>
        Root.Of(member, Bodies, cancellationToken) is { } root ? FindingsIn(root, cancellationToken) : [];

    private ImmutableArray<Finding> FindingsIn(Root root, CancellationToken cancellationToken)
    {
        if (!findings.TryGetValue(root.Member, out var known))
        {
            known = findings.GetOrAdd(root.Member, Judge(root, cancellationToken));
        }

        return known;
    }

    private ImmutableArray<Finding> Judge(Root root, CancellationToken cancellationToken)
    {
        var trace = Interpreter.Run(root.Member, root.Body, Bodies, ExternalCode.Instance, cancellationToken);
        var model = new RootModel(trace) { IsAbsenceUnknown = _ => aspects.MayChange(root.Member, cancellationToken) };
        var sink = new FindingSink();
        foreach (var rule in RuleCatalogue.All)
        {
            try
            {
                rule.Check(model, sink, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                sink.Report(InternalError.Of(rule, exception, new Site(root.Body, new Frame(root.Member, caller: null, callSite: null))));
            }
        }

        return [.. sink.Findings];
    }
}
