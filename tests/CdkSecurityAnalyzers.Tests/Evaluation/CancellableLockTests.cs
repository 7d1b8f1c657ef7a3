using CdkSecurityAnalyzers.Evaluation;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

public sealed class CancellableLockTests
{
    [Fact]
    public async Task WhoWaitsIsCancelledWhileAnotherHoldsTheLock()
    {
        var gate = new CancellableLock();
        using var cancellation = new CancellationTokenSource();
        Task waiter;
        using (gate.Enter(CancellationToken.None))
        {
            waiter = OnItsOwnThread(() => Enter(gate, cancellation.Token));
            cancellation.Cancel();
            Assert.Throws<OperationCanceledException>(() => waiter.GetAwaiter().GetResult());
        }

        await OnItsOwnThread(() => Enter(gate, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhoWaitsEntersWhenTheLockIsLeft()
    {
        var gate = new CancellableLock();
        Task waiter;
        using (gate.Enter(CancellationToken.None))
        {
            waiter = OnItsOwnThread(() => Enter(gate, TestContext.Current.CancellationToken));
            using (gate.Enter(CancellationToken.None))
            {
                Assert.False(waiter.IsCompleted);
            }

            Assert.False(waiter.IsCompleted);
        }

        await waiter;
    }

    /// <summary>The thread that holds the lock may enter it again, so the waiter must never run on it.</summary>
    private static Task OnItsOwnThread(Action run) =>
        Task.Factory.StartNew(run, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Enter(CancellableLock gate, CancellationToken cancellationToken)
    {
        using (gate.Enter(cancellationToken))
        {
        }
    }
}
