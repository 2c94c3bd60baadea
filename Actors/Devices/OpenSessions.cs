using Akka.Actor;

namespace Sim.Actors.Devices;

/// <summary>
/// The sessions of a device, in the order in which they were made, which is that of their numbers: so a number is mostly found
/// where it would be if no session had ended.
/// </summary>
internal sealed class OpenSessions
{
    private const int FirstLength = 4;

    private Entry[] _entries = new Entry[FirstLength];
    private int _count;

    /// <summary>All of them; valid until one is added or removed.</summary>
    public ReadOnlySpan<Entry> All => _entries.AsSpan(0, _count);

    /// <summary>Adds a session.</summary>
    /// <param name="session">Its number, above those of all others so far.</param>
    /// <param name="reference">Whom to talk to.</param>
    /// <param name="jobs">What it takes of the device's room for jobs.</param>
    public void Add(int session, IActorRef reference, int jobs)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, 2 * _count);
        _entries[_count++] = new Entry(reference, session, jobs);
    }

    /// <summary>Whom to talk to; null: there is no session of that number.</summary>
    public IActorRef? Find(int session)
    {
        var place = PlaceOf(session);
        return place >= 0 ? _entries[place].Ref : null;
    }

    /// <summary>Takes a session out.</summary>
    /// <param name="session">Its number.</param>
    /// <param name="jobs">What it took of the device's room for jobs.</param>
    /// <returns>False when there is no session of that number.</returns>
    public bool Remove(int session, out int jobs)
    {
        var place = PlaceOf(session);
        jobs = place >= 0 ? _entries[place].Jobs : 0;
        if (place < 0)
            return false;
        _count--;
        Array.Copy(_entries, place + 1, _entries, place, _count - place);
        _entries[_count] = default;
        return true;
    }

    private int PlaceOf(int session)
    {
        var entries = _entries;
        if ((uint)session < (uint)_count && entries[session].Session == session)
            return session;
        var (low, high) = (0, _count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = entries[middle].Session;
            if (found == session)
                return middle;
            if (found < session)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>A session.</summary>
    /// <param name="Ref">Whom to talk to.</param>
    /// <param name="Session">Its number on the device.</param>
    /// <param name="Jobs">What it takes of the device's room for jobs.</param>
    public readonly record struct Entry(IActorRef Ref, int Session, int Jobs);
}
