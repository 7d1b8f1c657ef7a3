using System;
using System.Threading;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>A lock whose waiters can be cancelled: a search through the whole compilation may take longer than an editor wants to wait.</summary>
internal sealed class CancellableLock
{
    /// <summary>How long a waiter sleeps, in milliseconds, before it looks whether it is cancelled.</summary>
    private const int Patience = 10;

    private readonly object gate = new();

    /// <summary>Waits for the lock; who holds it already may enter again.</summary>
    /// <exception cref="OperationCanceledException">The waiter was cancelled; it does not hold the lock.</exception>
    public Held Enter(CancellationToken cancellationToken)
    {
        while (!Monitor.TryEnter(gate, Patience))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return new Held(gate);
    }

    /// <summary>The lock, until it is disposed.</summary>
    public readonly ref struct Held(object gate)
    {
        public void Dispose() => Monitor.Exit(gate);
    }
}
