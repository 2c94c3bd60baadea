using Sim.Hardware.Crypto;

namespace Sim.Checkers;

// One epoch of a session: its key, how many of its jobs are open, and who was done before the key was told.
internal sealed class KeyEpoch(SessionEpochs session)
{
    // More keys than this in one epoch are not told apart: all but one of them are wrong anyway.
    private const int MaxEarlyKeys = 8;

    private List<EarlyUse>? _early;

    public int Number { get; private set; }

    public SessionEpochs Session => session;

    // Unknown until the session tells of the switch.
    public KeyCheckValue? Key { get; set; }

    public int OpenJobs { get; set; }

    public bool HasEarly => _early is not null;

    public bool IsEmpty => OpenJobs == 0 && _early is null;

    // It is used for one epoch after another.
    public void Begin(int number)
    {
        (Number, Key, OpenJobs) = (number, null, 0);
        _early = null;
    }

    // An engine may be done with a job of a new key before the last engine has switched to it. Jobs that used the same key
    // will be judged alike, so only the first of them is kept.
    public void AddEarly(in FinishedJob job)
    {
        _early ??= [];
        for (var i = 0; i < _early.Count; i++)
        {
            if (_early[i].First.Used != job.Used && i + 1 < MaxEarlyKeys)
                continue;
            _early[i] = _early[i] with { Jobs = _early[i].Jobs + 1 };
            return;
        }

        _early.Add(new EarlyUse(job, Jobs: 1));
    }

    public IReadOnlyList<EarlyUse> TakeEarly()
    {
        var early = _early ?? [];
        _early = null;
        return early;
    }

    internal readonly record struct EarlyUse(FinishedJob First, long Jobs);
}

// A job that completed, and the key that an engine said it used; null when none did.
internal readonly record struct FinishedJob(long Number, long Position, KeyCheckValue? Used, int Engine);
