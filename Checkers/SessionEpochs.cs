namespace Sim.Checkers;

// The epochs of one session as its events tell them. An epoch is forgotten when it is over, its last job has ended and
// every one that completed is judged.
internal sealed class SessionEpochs
{
    private readonly OpenSession _session;
    private readonly List<KeyEpoch> _older = [];

    // One that is forgotten, for the next one.
    private KeyEpoch? _spare;

    public SessionEpochs(OpenSession session)
    {
        _session = session;
        Current = new KeyEpoch(this);
    }

    public int Number => (int)_session.Number;

    // Before the first key: an epoch without one.
    public KeyEpoch Current { get; private set; }

    // Whether a random number waits for its Finish.
    public bool HasNumber { get; set; }

    public bool IsKeyLost { get; set; }

    public bool IsClosed { get; set; }

    public bool IsOver => IsClosed && _older.Count == 0 && Current.IsEmpty;

    public void Begin()
    {
        HasNumber = false;
        var number = Current.Number + 1;
        if (!Current.IsEmpty)
        {
            _older.Add(Current);
            Current = _spare ?? new KeyEpoch(this);
            _spare = null;
        }

        Current.Begin(number);
    }

    public KeyEpoch? Find(int epoch)
    {
        if (Current.Number == epoch)
            return Current;
        foreach (var older in _older)
        {
            if (older.Number == epoch)
                return older;
        }

        return null;
    }

    public void ForgetIfEmpty(KeyEpoch epoch)
    {
        if (epoch != Current && epoch.IsEmpty && _older.Remove(epoch))
            _spare = epoch;
    }

    public void Forget() => _session.ForgetEpochs();

    // Ready for the row's next session.
    public void Clear()
    {
        _older.Clear();
        Current.Begin(-1);
        (HasNumber, IsKeyLost, IsClosed) = (false, false, false);
    }

    public IEnumerable<KeyEpoch> All() => _older.Append(Current);
}
