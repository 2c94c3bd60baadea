using Sim.Hardware.Sessions;

namespace Sim.Checkers;

// A session that properties remember something of. Each of them has a part of it, which is as at the beginning while it remembers nothing.
internal sealed class OpenSession : Row
{
    private SessionEpochs? _epochs;

    // Open jobs that are its own.
    public int Jobs { get; set; }

    // Those of them that are on engines. Until some are of two epochs all are of this one.
    public int OnEngines { get; set; }

    public int EpochOnEngines { get; set; }

    // Of EpochAtSubmission.
    public SessionEpochs? Epochs { get; private set; }

    public MonotonicEpoch.Stream Stream;

    public BoundedStash.Stash Stash;

    public NoCounterReusePerKey.LastUse LastUse;

    // Of DrainOrder.
    public DrainOrder.Pipeline? Pipeline { get; set; }

    // Of MonotonicFence.
    public SessionLines Lines { get; } = new();

    // Whether a random number waits for its Finish, how many key switches have not opened, and which epoch the latest begins.
    public bool HasNumber { get; set; }

    public int Switches { get; private set; }

    public int NewestEpoch { get; private set; }

    public bool IsRefreshing => HasNumber || Switches > 0;

    // True when nothing is remembered of it.
    public bool IsBlank =>
        Jobs == 0 && Epochs is null && !Stream.IsKnown && !Stash.IsKnown && !LastUse.IsKnown && Pipeline is null && !Lines.IsUsed
        && !IsRefreshing;

    public void BeginSwitch(int epoch)
    {
        HasNumber = false;
        Switches++;
        NewestEpoch = epoch;
    }

    public void EndSwitch() => Switches = Math.Max(0, Switches - 1);

    public void GiveUpSwitches() => (HasNumber, Switches) = (false, 0);

    public SessionEpochs BeginEpochs()
    {
        Epochs = _epochs ??= new SessionEpochs(this);
        Epochs.Clear();
        return Epochs;
    }

    public void ForgetEpochs() => Epochs = null;

    // A row is used for one session after another.
    public void Begin()
    {
        (Jobs, OnEngines, Epochs, Pipeline) = (0, 0, null, null);
        (Stream, Stash, LastUse) = (default, default, default);
        GiveUpSwitches();
        Lines.Clear();
    }
}
