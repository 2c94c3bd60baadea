using Sim.Scenarios.Model;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.ClosedForm;

/// <summary>What a session group asks of the engines, reckoned from its description alone.</summary>
internal sealed record GroupLoad
{
    private const int SizesMax = 1024;

    private GroupLoad(LoadGroup group)
    {
        Spec = group.Spec;
        var (min, max) = (Spec.Jobs.SizeMin, Spec.Jobs.SizeMax);
        var sizes = (int)Math.Min((long)max - min + 1, SizesMax);
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < sizes; i++)
        {
            var size = sizes == 1 ? min : (int)(min + ((long)max - min) * i / (sizes - 1));
            var blocks = (double)((group.Ranges.EncryptedBytes(size) + 15) / 16);
            (sum, squares, BlocksMax) = (sum + blocks, squares + (blocks * blocks), blocks);
        }

        BlocksPerJob = sum / sizes;
        BlockDeviation = Math.Sqrt(Math.Max(0, (squares / sizes) - (BlocksPerJob * BlocksPerJob)));
    }

    /// <summary>The sessions.</summary>
    public SessionSpec Spec { get; }

    /// <summary>Most jobs that a client keeps in flight.</summary>
    public int Window => Spec.Window;

    /// <summary>Mean blocks of a job.</summary>
    public double BlocksPerJob { get; }

    /// <summary>Blocks of the largest job.</summary>
    public double BlocksMax { get; }

    /// <summary>Standard deviation of a job's blocks; 0: all jobs are alike.</summary>
    public double BlockDeviation { get; }

    /// <summary>Jobs of each session; infinite when only the run tells.</summary>
    public double JobsPerSession => Spec.Jobs.Count ?? (Spec.RatePerSecond is { } rate ? rate * Spec.Jobs.For!.Value.TotalSeconds : double.PositiveInfinity);

    /// <summary>Jobs a second of all sessions together; null: back to back.</summary>
    public double? ArrivalsPerSecond => Spec.Count * Spec.RatePerSecond;

    /// <summary>Jobs from one refresh to the next; infinite: there is none; null when only the run tells.</summary>
    public double? RefreshEvery => Spec.Refresh switch
    {
        null or { Starts: 0 } or { Finishes: 0 } => double.PositiveInfinity,
        { EveryJobs: { } jobs } => jobs,
        { EveryTime: { } time } when Spec.RatePerSecond * time.TotalSeconds is { } jobs and >= 1 => jobs,
        _ => null,
    };

    /// <summary>True when its keys are switched at all.</summary>
    public bool Refreshes => !double.IsPositiveInfinity(RefreshEvery ?? 0);

    /// <summary>
    /// Key slots that a session takes: one for each epoch that has unfinished jobs. Those of one window may lie in twice as many
    /// epochs as fill it, since engines do not keep step.
    /// </summary>
    public double KeySlots => RefreshEvery switch
    {
        double.PositiveInfinity => 1,
        { } jobs => 2 * Math.Ceiling(Window / jobs),
        null => double.PositiveInfinity,
    };

    public static GroupLoad Of(LoadGroup group) => new(group);

    /// <summary>Key programmings for each job; null when only the run tells.</summary>
    /// <param name="perEpoch">Most programmings of one epoch: one, or one on each engine.</param>
    public double? ProgrammingsPerJob(int perEpoch)
    {
        if (RefreshEvery is not { } every || double.IsInfinity(JobsPerSession))
            return null;
        var epochs = double.IsInfinity(every) ? 1 : 1 + Math.Floor(Math.Max(0, JobsPerSession - 1) / every);
        return epochs * Math.Min(perEpoch, Math.Min(every, JobsPerSession)) / JobsPerSession;
    }
}
