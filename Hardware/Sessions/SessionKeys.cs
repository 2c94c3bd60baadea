using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// The session's keys by epoch. A key is wiped when its epoch is over and no unfinished job has latched it.
/// </summary>
public sealed class SessionKeys
{
    private readonly Dictionary<int, Holding> _holdings = [];
    private bool _over;

    /// <summary>The epoch of the next job; -1 before the first key.</summary>
    public int Epoch { get; private set; } = -1;

    /// <summary>The key of <see cref="Epoch"/>.</summary>
    public SessionKey Current => _holdings[Epoch].Key;

    /// <summary>Keys that are not wiped yet.</summary>
    public int Count => _holdings.Count;

    /// <summary>Begins the next epoch.</summary>
    public void Begin(SessionKey key, ICollection<SessionEffect> effects)
    {
        var before = Epoch++;
        _holdings.Add(Epoch, new Holding(key, UnfinishedJobs: 0));
        WipeIfUnused(before, effects);
    }

    /// <summary>A job latched the current key.</summary>
    public void Latch()
    {
        var holding = _holdings[Epoch];
        _holdings[Epoch] = holding with { UnfinishedJobs = holding.UnfinishedJobs + 1 };
    }

    /// <summary>A job that latched the key of <paramref name="epoch"/> has ended.</summary>
    public void Unlatch(int epoch, ICollection<SessionEffect> effects)
    {
        var holding = _holdings[epoch];
        _holdings[epoch] = holding with { UnfinishedJobs = holding.UnfinishedJobs - 1 };
        WipeIfUnused(epoch, effects);
    }

    /// <summary>No job will ever latch the current key again.</summary>
    public void End(ICollection<SessionEffect> effects)
    {
        _over = true;
        WipeIfUnused(Epoch, effects);
    }

    private void WipeIfUnused(int epoch, ICollection<SessionEffect> effects)
    {
        if (epoch == Epoch && !_over)
            return;
        if (!_holdings.TryGetValue(epoch, out var holding) || holding.UnfinishedJobs > 0)
            return;
        _holdings.Remove(epoch);
        effects.Add(SessionEffect.ZeroKey(epoch, holding.Key));
    }

    private readonly record struct Holding(SessionKey Key, int UnfinishedJobs);
}
