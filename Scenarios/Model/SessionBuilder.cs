using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Model;

/// <summary>Describes a group of sessions in C#. Every call returns a new builder; the ranges are those of docs/scenarios.md.</summary>
public sealed class SessionBuilder
{
    private readonly SessionSpec _session;

    internal SessionBuilder(string name, int count)
        : this(new SessionSpec { Name = name, Count = count, Jobs = new JobSpec() })
    {
    }

    private SessionBuilder(SessionSpec session) => _session = session;

    /// <summary>Most jobs that a client keeps in flight.</summary>
    public SessionBuilder Window(int jobs) => new(_session with { Window = jobs });

    /// <summary>Jobs a second that each client submits, evenly spaced. Without it: back to back.</summary>
    public SessionBuilder Rate(double jobsPerSecond) => new(_session with { RatePerSecond = jobsPerSecond });

    /// <summary>How many jobs each session has.</summary>
    public SessionBuilder Jobs(long count) => With(_session.Jobs with { Count = count, For = null });

    /// <summary>How long each client goes on submitting jobs.</summary>
    public SessionBuilder JobsFor(TimeSpan time) => With(_session.Jobs with { Count = null, For = time });

    /// <summary>Size of each job, in bytes.</summary>
    public SessionBuilder Size(int bytes) => Size(bytes, bytes);

    /// <summary>Sizes from which each job's is drawn evenly, in bytes, both included.</summary>
    public SessionBuilder Size(int min, int max) => With(_session.Jobs with { SizeMin = min, SizeMax = max });

    /// <summary>Jobs decrypt with the session key itself, not with a content key wrapped under it.</summary>
    public SessionBuilder WithoutContentKey() => With(_session.Jobs with { ContentKey = false });

    /// <summary>Which bytes of each job are encrypted. Without it: all.</summary>
    /// <param name="beginning">Encrypted bytes at the start.</param>
    /// <param name="skip">Clear bytes behind the beginning and behind each encrypted run.</param>
    /// <param name="encrypt">Encrypted bytes behind each clear run.</param>
    public SessionBuilder Pattern(uint beginning = 0, uint skip = 0, uint encrypt = 0) =>
        With(_session.Jobs with { Pattern = new EncryptedBlockInfo(beginning, skip, encrypt) });

    /// <summary>Each client refreshes its session key every so many jobs.</summary>
    /// <param name="jobs">Jobs from one refresh to the next.</param>
    /// <param name="starts">StartSessionKeyRefresh calls of each refresh.</param>
    /// <param name="finishes">FinishSessionKeyRefresh calls of each refresh.</param>
    /// <param name="chain">Refreshes in a row.</param>
    public SessionBuilder RefreshEvery(int jobs, int starts = 1, int finishes = 1, int chain = 1) =>
        Refresh(new RefreshSpec { EveryJobs = jobs, Starts = starts, Finishes = finishes, Chain = chain });

    /// <summary>Each client refreshes its session key at equal times.</summary>
    /// <param name="time">Time from one refresh to the next.</param>
    /// <param name="starts">StartSessionKeyRefresh calls of each refresh.</param>
    /// <param name="finishes">FinishSessionKeyRefresh calls of each refresh.</param>
    /// <param name="chain">Refreshes in a row.</param>
    public SessionBuilder RefreshEvery(TimeSpan time, int starts = 1, int finishes = 1, int chain = 1) =>
        Refresh(new RefreshSpec { EveryTime = time, Starts = starts, Finishes = finishes, Chain = chain });

    /// <summary>What each client does, command by command, in place of <see cref="Jobs"/> and of refreshes.</summary>
    /// <param name="describe">The commands: <c>script => script.Jobs(4).Start().Finish().Job()</c>.</param>
    public SessionBuilder Script(Func<ScriptBuilder, ScriptBuilder> describe) =>
        new(_session with { Script = describe(new ScriptBuilder()).Build() });

    /// <summary>Each session has its first key from the beginning.</summary>
    public SessionBuilder Negotiated() => new(_session with { Negotiated = true });

    /// <summary>A client whose session has lost its key opens another one and goes on.</summary>
    public SessionBuilder Reopen() => new(_session with { Reopen = true });

    /// <summary>Every job is for one engine.</summary>
    /// <param name="engine">Its index.</param>
    public SessionBuilder OnEngine(int engine) => With(_session.Jobs with { Engine = engine });

    /// <summary>Each job is decrypted in parts, on several engines at once.</summary>
    /// <param name="count">Most parts of one job.</param>
    public SessionBuilder Parts(int count) => With(_session.Jobs with { Parts = count });

    /// <summary>Rank of each session's jobs where they wait at an engine. Other than normal: the scenario is for virtual time alone.</summary>
    public SessionBuilder Priority(SessionPriority priority) => new(_session with { Priority = priority });

    /// <summary>Bounds of each session. Without it: those of akka.hocon.</summary>
    /// <param name="jobs">Accepted jobs that have not ended.</param>
    /// <param name="pendingRefreshes">Key switches that have not opened.</param>
    public SessionBuilder Limits(int jobs, int pendingRefreshes) => new(_session with { Limits = new SessionLimits(jobs, pendingRefreshes) });

    internal SessionSpec Build() => _session;

    private SessionBuilder Refresh(RefreshSpec refresh) => new(_session with { Refresh = refresh });

    private SessionBuilder With(JobSpec jobs) => new(_session with { Jobs = jobs });
}
