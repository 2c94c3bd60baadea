namespace Akka.TestKit;

// Expectations of silence.
public abstract partial class TestKitBase
{
    /// <summary>Expects that no message comes, for what is left of <c>Within</c>, or the default time.</summary>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void ExpectNoMsg(
        CancellationToken cancellationToken = default) =>
        ExpectNoneCore(true, RemainingOrDefault, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects that no message comes, for what is left of <c>Within</c>, or the default time. Waits without blocking.</summary>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends with the expectation.</returns>
    public ValueTask ExpectNoMsgAsync(
        CancellationToken cancellationToken = default) =>
        ExpectNoneCore(false, RemainingOrDefault, cancellationToken);

    /// <summary>Expects that no message comes.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void ExpectNoMsg(
        TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNoneCore(true, Dilated(duration), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects that no message comes. Waits without blocking.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends with the expectation.</returns>
    public ValueTask ExpectNoMsgAsync(
        TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNoneCore(false, Dilated(duration), cancellationToken);

    /// <summary>Expects that no message comes.</summary>
    /// <param name="milliseconds">For how long, in milliseconds.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void ExpectNoMsg(
        int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoneCore(true, Dilated(TimeSpan.FromMilliseconds(milliseconds)), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects that no message comes. Waits without blocking.</summary>
    /// <param name="milliseconds">For how long, in milliseconds.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends with the expectation.</returns>
    public ValueTask ExpectNoMsgAsync(
        int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoneCore(false, Dilated(TimeSpan.FromMilliseconds(milliseconds)), cancellationToken);

    private async ValueTask ExpectNoneCore(bool sync, TimeSpan duration, CancellationToken cancellationToken)
    {
        var envelope = await Next(sync, duration, cancellationToken);
        if (envelope is not null)
            throw Fail($"no message for {ExpectationReport.Describe(duration)}", $"received {ExpectationReport.Describe(envelope)}");
        _lastWasNoMessage = true;
    }
}
