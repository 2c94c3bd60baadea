using System.Runtime.CompilerServices;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// The session's keys by epoch. A key is wiped when its epoch is over and no unfinished job has latched it.
/// </summary>
public struct SessionKeys
{
    private EpochTable<Holding> _holdings = new();
    private SessionKey? _current;
    private bool _over;

    /// <summary>No keys yet.</summary>
    public SessionKeys()
    {
    }

    /// <summary>The epoch of the next job; -1 before the first key.</summary>
    public int Epoch { readonly get; private set; } = -1;

    /// <summary>The key of <see cref="Epoch"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public readonly SessionKey Current => _current ?? throw new InvalidOperationException("The session has no key.");

    /// <summary>Keys that are not wiped yet.</summary>
    public readonly int Count => _holdings.Count;

    /// <summary>Begins the next epoch.</summary>
    public void Begin(SessionKey key, ISessionShell shell)
    {
        var before = Epoch++;
        _current = key;
        _holdings.Add(Epoch, new Holding { Key = key });
        WipeIfUnused(before, shell);
    }

    /// <summary>A job latched the current key.</summary>
    public readonly void Latch() => _holdings.Newest.UnfinishedJobs++;

    /// <summary>A job that latched the key of <paramref name="epoch"/> has ended. Nothing happens when that is wiped already.</summary>
    public void Unlatch(int epoch, ISessionShell shell)
    {
        ref var holding = ref _holdings.Find(epoch);
        if (Unsafe.IsNullRef(ref holding))
            return;
        if (--holding.UnfinishedJobs <= 0)
            WipeIfUnused(epoch, shell);
    }

    /// <summary>Wipes every key, also those of jobs that run: what they write is garbage.</summary>
    public void WipeAll(ISessionShell shell)
    {
        while (_holdings.TryTakeOldest(out var epoch, out var holding))
            shell.ZeroKey(epoch, holding.Key);
    }

    /// <summary>No job will ever latch the current key again.</summary>
    public void End(ISessionShell shell)
    {
        _over = true;
        WipeIfUnused(Epoch, shell);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WipeIfUnused(int epoch, ISessionShell shell)
    {
        if (epoch == Epoch && !_over)
            return;
        ref var holding = ref _holdings.Find(epoch);
        if (Unsafe.IsNullRef(ref holding) || holding.UnfinishedJobs > 0)
            return;
        var key = holding.Key;
        _holdings.Remove(epoch);
        shell.ZeroKey(epoch, key);
    }

    private struct Holding
    {
        public SessionKey Key;
        public int UnfinishedJobs;
    }
}
