using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Iam;
using CdkSecurityAnalyzers.Patterns.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Cdk.Iam.Files;

/// <summary>Reads the policy in a file into the model that rules judge: the same as if the program wrote it, at the places where the file does.</summary>
internal sealed class PolicyFileModel
{
    private readonly string path;
    private readonly SourceText text;
    private readonly Dictionary<string, UnknownValue> placeholders = new(StringComparer.Ordinal);

    private PolicyFileModel(string path, SourceText text)
    {
        this.path = path;
        this.text = text;
    }

    /// <summary>The policy, as far as it has no mistakes.</summary>
    public static PolicyModel Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        var file = PolicyFile.Read(text.ToString(), cancellationToken);
        if (file.Statements.IsEmpty)
        {
            return PolicyModel.Empty;
        }

        var reader = new PolicyFileModel(path, text);
        var statements = World.Explore(world => reader.Decode(file, world, cancellationToken), cancellationToken);
        return new PolicyModel(statements, [new PolicyIdentity(statements)], []);
    }

    private IEnumerable<PolicyStatement> Decode(PolicyFile file, World world, CancellationToken cancellationToken)
    {
        var decoder = new StatementDecoder(world, new TokenText(world));
        foreach (var statement in file.Statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return decoder.DecodeStatement(ToTemplate(statement), KindOf(statement));
        }
    }

    /// <summary>A statement that says whom it is about and not what, is of the trust policy of a role: the role is what.</summary>
    private StatementKind KindOf(JsonObject statement) =>
        !PolicyGrammar.HasPrincipal(statement)
            ? PolicyFile.IsBoundary(path)
                ? StatementKind.Boundary
                : StatementKind.Identity
            : statement["Resource"] is null && statement["NotResource"] is null
                ? StatementKind.Trust
                : StatementKind.Resource;

    private TemplateObject ToTemplate(JsonObject members) =>
        new(
            new TemplateMembers([
                .. members.Members.Select(member => new KeyValuePair<string, TemplateNode>(member.Name.Content, ToTemplate(member.Value))),
            ]),
            isComplete: true,
            SiteOf(members),
            Spelling.Template
        );

    private TemplateNode ToTemplate(JsonValue value) =>
        value switch
        {
            JsonObject members => ToTemplate(members),
            JsonArray list => new TemplateList([.. list.Elements.Select(ToTemplate)], isComplete: true, SiteOf(list), Spelling.Template),
            JsonText content => ToScalar(TextOf(content.Content), content),
            JsonNumber number => ToScalar(new ConstantValue(number.Digits, origin: null), number),
            JsonBoolean boolean => ToScalar(new ConstantValue(boolean.IsTrue, origin: null), boolean),
            _ => new TemplateAbsence(SiteOf(value)),
        };

    private TemplateScalar ToScalar(Value value, JsonValue written) => new(value, new Binding(value, SiteOf(written)), Spelling.Template);

    /// <summary>The text, in which what the program fills in is not known.</summary>
    private Value TextOf(string content)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var position = 0;
        while (PolicyVariable.NextParameter(content, position) is { } found)
        {
            AddText(position, found.Start);
            parts.Add(TextPart.Of(Placeholder(content.Substring(found.Start + 2, found.End - found.Start - 3))));
            position = found.End;
        }

        if (parts.Count == 0)
        {
            return new ConstantValue(content, origin: null);
        }

        AddText(position, content.Length);
        return new TextValue(parts.ToImmutable(), origin: null);

        void AddText(int start, int end)
        {
            if (end > start)
            {
                parts.Add(TextPart.Text(content.Substring(start, end - start)));
            }
        }
    }

    private UnknownValue Placeholder(string name)
    {
        if (!placeholders.TryGetValue(name, out var known))
        {
            placeholders.Add(name, known = new UnknownValue(UnknownReason.Parameter, origin: null, name));
        }

        return known;
    }

    private Site SiteOf(JsonValue value)
    {
        var span = TextSpan.FromBounds(value.Span.Start, value.Span.End);
        return Site.InFile(Location.Create(path, span, text.Lines.GetLinePositionSpan(span)));
    }
}
