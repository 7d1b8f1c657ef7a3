using System;
using System.Collections.Concurrent;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// What AWS documents about its actions, service by service. A service is read from the embedded file when it is first asked for;
/// all members are safe for threads. What the data does not know gives no verdict: AWS adds actions every day.
/// </summary>
internal static class IamActionData
{
    private static readonly ConcurrentDictionary<string, IamService?> Services = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service of that prefix in any case (<c>s3</c>); null when the data does not know it.</summary>
    public static IamService? Find(string prefix) => Services.TryGetValue(prefix, out var known) ? known : null;
}
