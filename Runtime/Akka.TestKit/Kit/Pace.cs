namespace Akka.TestKit;

/// <summary>The pauses between tries: short at first, so that what is nearly there is not waited for long.</summary>
internal sealed class Pace(TimeSpan limit, TimeSpan? interval)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan _end = TestKitBase.Now + limit;
    private TimeSpan _next = interval ?? First;

    /// <summary>Waits until the next try; false when the last one was made. Blocks, and so ends at once, when <paramref name="sync"/>.</summary>
    public async ValueTask<bool> Pause(bool sync, CancellationToken cancellationToken)
    {
        var left = _end - TestKitBase.Now;
        if (left <= TimeSpan.Zero) return false;
        var pause = left < _next ? left : _next;
        if (interval is null) _next = _next * 2 < Longest ? _next * 2 : Longest;
        if (pause < First) pause = First;
        if (sync) cancellationToken.WaitHandle.WaitOne(pause);
        else await Task.Delay(pause, cancellationToken);
        return true;
    }
}
