using Sim.Hardware.Crypto;

namespace Sim.Checkers;

// The epochs of one session as its events tell them. A check value is forgotten when its epoch is over and the last job
// of the epoch has ended.
internal sealed class SessionEpochs
{
    private readonly Dictionary<int, (KeyCheckValue? CheckValue, int OpenJobs)> _epochs = [];

    public int Current { get; private set; } = -1;

    // Whether a random number waits for its Finish.
    public bool HasNumber { get; set; }

    public void Begin()
    {
        HasNumber = false;
        Current++;
        _epochs[Current] = (null, 0);
        Forget(Current - 1);
    }

    public void Learn(int epoch, KeyCheckValue checkValue)
    {
        if (_epochs.TryGetValue(epoch, out var known))
            _epochs[epoch] = (checkValue, known.OpenJobs);
    }

    public void Open()
    {
        if (_epochs.TryGetValue(Current, out var known))
            _epochs[Current] = (known.CheckValue, known.OpenJobs + 1);
    }

    public KeyCheckValue? Close(int epoch)
    {
        if (!_epochs.TryGetValue(epoch, out var known))
            return null;
        _epochs[epoch] = (known.CheckValue, known.OpenJobs - 1);
        Forget(epoch);
        return known.CheckValue;
    }

    private void Forget(int epoch)
    {
        if (epoch < Current && _epochs.TryGetValue(epoch, out var known) && known.OpenJobs == 0)
            _epochs.Remove(epoch);
    }
}
