using System.Collections.Generic;
using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Cdk.Iam.Files;

/// <summary>The response of <c>GetGeneratedPolicy</c> (IAM Access Analyzer API Reference): its policies are strings that contain JSON.</summary>
internal static class GeneratedPolicies
{
    private const string Result = "generatedPolicyResult";
    private const string Details = "jobDetails";

    /// <summary>Whether an object is such a response rather than a policy.</summary>
    public static bool AreIn(JsonObject response) => response[Result] is not null || response[Details] is not null;

    /// <summary>The strings. What the response lacks is told.</summary>
    public static IEnumerable<JsonText> Of(JsonObject response, PolicyGrammar grammar)
    {
        var policies = ((response[Result] as JsonObject)?["generatedPolicies"] as JsonArray)?.Elements ?? [];
        if (policies.IsEmpty)
        {
            grammar.Refuse(
                Status(response) is { Content: not "SUCCEEDED" } status
                    ? $"the response has no policy: the job is {status.Content}"
                    : "the response has no policy",
                (response[Result] ?? response).Span
            );
        }

        foreach (var policy in policies)
        {
            if ((policy as JsonObject)?["policy"] is JsonText text)
            {
                yield return text;
            }
            else
            {
                grammar.Refuse("a generated policy is an object whose 'policy' is a string with the policy", policy.Span);
            }
        }
    }

    private static JsonText? Status(JsonObject response) => (response[Details] as JsonObject)?["status"] as JsonText;
}
