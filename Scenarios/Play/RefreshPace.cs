using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Play;

/// <summary>
/// When a client refreshes: after every so many jobs. It asks for the random number half-way, so that it is at hand when
/// the Finish is due and playing need not pause.
/// </summary>
/// <param name="every">Jobs from one refresh to the next; 0: never.</param>
public sealed class RefreshPace(int every)
{
    private int _jobs;
    private bool _asked;
    private SessionKeyNonce? _nonce;

    /// <summary>True when the next job belongs behind a Finish.</summary>
    public bool FinishDue => every > 0 && _jobs >= every;

    /// <summary>A job was submitted.</summary>
    public void Submitted() => _jobs++;

    /// <summary>True when StartSessionKeyRefresh is to be called: once per refresh, and again after a refusal.</summary>
    public bool TakeStart()
    {
        if (every == 0 || _asked || _jobs < (every + 1) / 2)
            return false;
        return _asked = true;
    }

    /// <summary>The Start was refused; it is to be called again later.</summary>
    public void Refused() => _asked = false;

    /// <summary>The random number came.</summary>
    public void Started(SessionKeyNonce nonce) => _nonce = nonce;

    /// <summary>Takes the random number for a Finish that is due, if it came.</summary>
    public bool TryFinish(out SessionKeyNonce nonce)
    {
        nonce = _nonce.GetValueOrDefault();
        if (!FinishDue || _nonce is null)
            return false;
        (_jobs, _asked, _nonce) = (0, false, null);
        return true;
    }
}
