using System;
using System.Collections.Concurrent;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Verdicts by pattern: a program uses few patterns in many places, and to decide one takes milliseconds. Holds texts only, and starts anew when it is full.
/// </summary>
internal sealed class VerdictCache<TKey, TVerdict>
    where TKey : notnull
{
    private const int Capacity = 256;

    private readonly ConcurrentDictionary<TKey, TVerdict> verdicts = new();

    public TVerdict GetOrDecide(TKey key, Func<TKey, TVerdict> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (verdicts.TryGetValue(key, out var known))
        {
            return known;
        }

        var verdict = decide(key);
        if (verdicts.Count >= Capacity)
        {
            verdicts.Clear();
        }

        verdicts[key] = verdict;
        return verdict;
    }
}
