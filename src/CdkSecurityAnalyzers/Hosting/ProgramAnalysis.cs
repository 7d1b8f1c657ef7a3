using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Iam.Files;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>The analysis of one compilation: every root is read once, whoever asks.</summary>
internal sealed class ProgramAnalysis
{
    /// <summary>How many members are looked through for what becomes of a secret that one of them writes.</summary>
    private const int ReadersOfASecret = 32;

    private readonly ConcurrentDictionary<ISymbol, Reading> readings = new(SymbolEqualityComparer.Default);
    private readonly TreeVisitors triggerWriters;
    private readonly TreeVisitors policyWriters;
    private readonly TreeVisitors statementWriters;
    private readonly TreeVisitors boundaryWriters;
    private readonly TreeVisitors pipelineWriters;
    private readonly Consumers consumers;
    private readonly RuleSelection selection;
    private readonly FileSettings settings;
    private readonly IExternalCode externalCode;

    public ProgramAnalysis(Compilation compilation, IExternalCode externalCode, AnalyzerConfigOptionsProvider? options = null)
    {
        settings = new FileSettings(options);
        this.externalCode = externalCode;
        Bodies = new MethodBodies(compilation);
        triggerWriters = new TreeVisitors(Bodies, new TriggerWriters(Bodies));
        policyWriters = new TreeVisitors(Bodies, new PolicyWriters(Bodies));
        statementWriters = new TreeVisitors(Bodies, new StatementWriters(Bodies));
        boundaryWriters = new TreeVisitors(Bodies, new BoundaryWriters(Bodies));
        pipelineWriters = new TreeVisitors(Bodies, new PipelineWriters(Bodies));
        consumers = new Consumers(Bodies);
        selection = new RuleSelection(compilation);
    }

    public MethodBodies Bodies { get; }

    /// <summary>The diagnostics that a root owns.</summary>
    public IEnumerable<Diagnostic> Diagnose(Root root, CancellationToken cancellationToken)
    {
        if (GeneratedCode.Contains(root.Member))
        {
            yield break;
        }

        var ownership = new Ownership(root.Member, (member, finding) => Reports(member, finding, cancellationToken));
        var reported = new HashSet<(string Id, object Place)>();
        foreach (var finding in Read(root, cancellationToken).Findings)
        {
            if (
                ownership.Place(finding) is { } placed
                && !settings.Allow(placed)
                && (
                    !finding.IsOfOthers
                    || BecomesReal(finding, root.Member, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken)
                )
                && reported.Add((finding.Descriptor.Id, placed.Site.Place))
            )
            {
                yield return placed.ToDiagnostic();
            }
        }
    }

    /// <summary>
    /// The diagnostics about texts that a member writes. What a secret is used for is the better thing to report: where that is known, nothing is said about its
    /// literal.
    /// </summary>
    public ImmutableArray<Diagnostic> DiagnoseTexts(ISymbol member, ImmutableArray<IOperation> code, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>(initialCapacity: 0);
        foreach (var rule in selection.TextRules(cancellationToken))
        {
            List<TextConstant>? texts = null;
            foreach (var piece in code)
            {
                TextConstant.Find(piece, rule.MayReport, ref texts);
            }

            foreach (var text in texts ?? [])
            {
                var finding = rule.Check(text, new Frame(member, caller: null, callSite: null));
                if (finding is not null && !IsReportedWithUse(finding, member, cancellationToken))
                {
                    found.Add(finding.ToDiagnostic());
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The diagnostics about the policy in a file, where they stand in the file; what is no policy has none.</summary>
    public IEnumerable<Diagnostic> DiagnosePolicy(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!PolicyFile.IsOne(file.Path) || file.GetText(cancellationToken) is not { } text)
        {
            return [];
        }

        var whole = Site.InFile(Location.Create(file.Path, default, default));
        return Judge(
                RootModel.Of(PolicyFileModel.Read(file.Path, text, cancellationToken), Bodies.Compilation.Assembly),
                whole,
                cancellationToken
            )
            .Where(finding => !settings.Allow(finding, file))
            .Select(static finding => finding.ToDiagnostic());
    }

    /// <summary>What a root synthesizes.</summary>
    public RootModel ModelOf(Root root, CancellationToken cancellationToken)
    {
        var trace = Interpreter.Run(root.Member, root.Body, Bodies, externalCode, cancellationToken);
        return new RootModel(trace)
        {
            IsAbsenceUnknown = () => triggerWriters.MayChange(root.Member, cancellationToken),
            MayPoliciesBeRewritten = () => policyWriters.MayChange(root.Member, cancellationToken),
            MayStatementsBeAdded = () => statementWriters.MayChange(root.Member, cancellationToken),
            MayRolesBeBounded = place => boundaryWriters.MayChange(root.Member, place, cancellationToken),
            ArePipelinesUnknown = () => pipelineWriters.MayChange(root.Member, cancellationToken),
        };
    }

    /// <summary>
    /// Whether a risk that others decide about becomes real: a member of the compilation that takes what is risky does not close the gap, or one that calls
    /// passes what makes it risky. What nobody in the compilation mentions is for others to use, and counts as used; what is mentioned where control never
    /// gets does not.
    /// </summary>
    private bool BecomesReal(Finding finding, ISymbol member, HashSet<ISymbol> visited, CancellationToken cancellationToken)
    {
        var isTaken = false;
        var direct = consumers.Of(member, cancellationToken);
        var pending = new Queue<ISymbol>(direct);
        while (pending.Count > 0)
        {
            var consumer = pending.Dequeue();
            if (!visited.Add(consumer))
            {
                continue;
            }

            var reading = ReadingOf(consumer, cancellationToken);
            var runsHere = reading?.Entered.Contains(member.OriginalDefinition) == true;
            isTaken |= runsHere;
            var taken = runsHere
                ? reading!.Findings.Where(finding.IsSameCause).OrderBy(static same => same.IsOfOthers).FirstOrDefault()
                : null;
            if (taken is not null)
            {
                if (!taken.IsOfOthers || BecomesReal(finding, consumer, visited, cancellationToken))
                {
                    return true;
                }
            }
            else if (runsHere && !reading!.IsComplete)
            {
                return true;
            }
            else
            {
                // A lambda that the consumer keeps, or a member that only a derived class has, runs where somebody else takes it; what the consumer puts into
                // something that it is given is used where that comes from.
                foreach (var next in consumers.Of(consumer, cancellationToken))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return !isTaken && !IsDead(member, direct, cancellationToken);
    }

    /// <summary>Whether the member that writes a secret, or one that gets it from there, is reported for what it does with it.</summary>
    private bool IsReportedWithUse(Finding finding, ISymbol writer, CancellationToken cancellationToken)
    {
        var pending = new Queue<ISymbol>([writer]);
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (pending.Count > 0 && visited.Count < ReadersOfASecret)
        {
            var member = pending.Dequeue();
            if (!visited.Add(member))
            {
                continue;
            }

            if (
                ReadingOf(member, cancellationToken) is { } reading
                && reading.Findings.Any(used => finding.Secret?.Equals(used.Secret) == true)
            )
            {
                return true;
            }

            foreach (var consumer in consumers.Of(member, cancellationToken))
            {
                pending.Enqueue(consumer);
            }
        }

        return false;
    }

    /// <summary>Whether a member, or the only way to an instance that has it, is mentioned only where control never gets.</summary>
    private bool IsDead(ISymbol member, ImmutableArray<ISymbol> direct, CancellationToken cancellationToken) =>
        AreReadWhole(direct, cancellationToken)
            && consumers.IsRunWhereMentioned(member, node => BecomesDelegate(node, direct, cancellationToken), cancellationToken)
        || !member.IsStatic
            && member.ContainingType is { TypeKind: TypeKind.Class } type
            && type.InstanceConstructors.FirstOrDefault() is { } constructor
            && consumers.Of(constructor, cancellationToken) is var makers
            && AreReadWhole(makers, cancellationToken)
            && !makers.Any(maker => ReadingOf(maker, cancellationToken)!.Entered.Overlaps(type.InstanceConstructors))
            && consumers.IsMadeWhereMentioned(type, node => BecomesDelegate(node, makers, cancellationToken), cancellationToken);

    private bool BecomesDelegate(SyntaxNode function, ImmutableArray<ISymbol> members, CancellationToken cancellationToken) =>
        members.Any(member => ReadingOf(member, cancellationToken)!.Delegates.Contains(function));

    private bool AreReadWhole(ImmutableArray<ISymbol> members, CancellationToken cancellationToken) =>
        !members.IsEmpty && members.All(member => ReadingOf(member, cancellationToken) is { IsComplete: true });

    private bool Reports(ISymbol member, Finding finding, CancellationToken cancellationToken) =>
        (!GeneratedCode.Contains(member) || GeneratedCode.IsJudgedInItsFile(member))
        && Root.Of(member, Bodies, cancellationToken) is { } root
        && Read(root, cancellationToken).Findings.Any(finding.IsSameCause)
        && root.IsDiagnosed;

    private Reading? ReadingOf(ISymbol member, CancellationToken cancellationToken) =>
        Root.Of(member, Bodies, cancellationToken) is { } root ? Read(root, cancellationToken) : null;

    private Reading Read(Root root, CancellationToken cancellationToken)
    {
        if (!readings.TryGetValue(root.Member, out var known))
        {
            known = readings.GetOrAdd(root.Member, Judge(root, cancellationToken));
        }

        return known;
    }

    private Reading Judge(Root root, CancellationToken cancellationToken)
    {
        var model = ModelOf(root, cancellationToken);
        var findings = Judge(model, new Site(root.Body, new Frame(root.Member, caller: null, callSite: null)), cancellationToken);
        return new Reading([.. findings], model.Trace.Entered, model.Trace.Delegates, model.Trace.IsComplete);
    }

    /// <summary>What the rules find in a model.</summary>
    /// <param name="whole">Where it is told that a rule failed.</param>
    private IReadOnlyCollection<Finding> Judge(RootModel model, Site whole, CancellationToken cancellationToken)
    {
        var sink = new FindingSink(settings);
        foreach (var rule in selection.ModelRules(cancellationToken))
        {
            try
            {
                rule.Check(model, sink, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                sink.Report(InternalError.Of(rule, exception, whole));
            }
        }

        return sink.Findings;
    }

    /// <summary>
    /// What reading a root gave: findings before it is decided who owns them, the members that ran, the functions that became delegates, and whether everything
    /// was read.
    /// </summary>
    private sealed record Reading(
        ImmutableArray<Finding> Findings,
        ImmutableHashSet<ISymbol> Entered,
        ImmutableHashSet<SyntaxNode> Delegates,
        bool IsComplete
    );
}
