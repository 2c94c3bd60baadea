namespace Sim.Checkers;

// The epochs of one session as its events tell them. An epoch is forgotten when it is over, its last job has ended and
// every one that completed is judged.
internal sealed class SessionEpochs
{
    private readonly OpenSession _session;
    private List<KeyEpoch>? _older;

    public SessionEpochs(OpenSession session)
    {
        _session = session;
        Current = new KeyEpoch(-1, this);
    }

    public int Number => (int)_session.Number;

    // Before the first key: an epoch without one.
    public KeyEpoch Current { get; private set; }

    // Whether a random number waits for its Finish.
    public bool HasNumber { get; set; }

    public bool IsKeyLost { get; set; }

    public bool IsClosed { get; set; }

    public bool IsOver => IsClosed && _older is not { Count: > 0 } && Current.IsEmpty;

    public void Begin()
    {
        HasNumber = false;
        if (!Current.IsEmpty)
            (_older ??= []).Add(Current);
        Current = new KeyEpoch(Current.Number + 1, this);
    }

    public KeyEpoch? Find(int epoch)
    {
        if (Current.Number == epoch)
            return Current;
        for (var i = 0; i < (_older?.Count ?? 0); i++)
        {
            if (_older![i].Number == epoch)
                return _older[i];
        }

        return null;
    }

    public void ForgetIfEmpty(KeyEpoch epoch)
    {
        if (epoch != Current && epoch.IsEmpty)
            _older?.Remove(epoch);
    }

    public void Forget() => _session.Epochs = null;

    public IEnumerable<KeyEpoch> All() => (_older ?? []).Append(Current);
}
