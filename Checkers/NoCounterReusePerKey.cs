using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// No block of a session key's stream is used twice. Since IVs of one key only grow, it is enough to remember the last block
/// that was used under the key of each session's epoch: a job that does not begin above it may use key stream again, and so
/// does one whose block count runs past 2^64. Jobs with a content key are not judged: real media restart their IVs per track.
/// </summary>
public sealed class NoCounterReusePerKey() : Property(
    nameof(NoCounterReusePerKey),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(SessionClosed))
{
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(in Submission submitted, OpenJob job, OpenSession session)
    {
        if (submitted.Keystream is { ContentKey: false, Blocks: > 0 })
            Submitted(submitted, submitted.Keystream, ref session.LastUse);
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        if (happened is SessionClosed)
            session.LastUse = default;
    }

    private void Submitted(in Submission submitted, in KeystreamUse use, ref LastUse last)
    {
        Reach();
        var (iv, first) = use.First;
        var wraps = use.Blocks - 1 > ulong.MaxValue - first;
        var end = wraps ? ulong.MaxValue : first + (use.Blocks - 1);
        if (wraps)
            Violate($"{Show(submitted)}: {use.Blocks} blocks from block {first} run past 2^64");

        if (last.IsKnown && last.Epoch == submitted.Epoch)
        {
            if (iv < last.Iv || (iv == last.Iv && first <= last.Block))
            {
                Violate($"{Show(submitted)}: IV {iv:x16} block {first} is not above IV {last.Iv:x16} block {last.Block} of " +
                    $"job {last.Job}: key stream may be used twice");
            }

            // What lies below the highest block stays forbidden after a violation too.
            if (iv < last.Iv || (iv == last.Iv && end < last.Block))
                return;
        }

        last = new LastUse(submitted.Job, submitted.Epoch, iv, end, IsKnown: true);
    }

    private static string Show(in Submission job) => $"job {job.Job} of session {job.Session}, epoch {job.Epoch}";

    internal readonly record struct LastUse(long Job, int Epoch, ulong Iv, ulong Block, bool IsKnown);
}
