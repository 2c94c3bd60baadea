using System.Diagnostics.CodeAnalysis;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>
/// What waits at an engine. The first of it stands in the hardware, in order, and is overtaken by nothing; the rest is
/// ordered by priority and, within one, by age. So what is of one session, and hence of one priority, keeps its order.
/// A guard keeps lower priorities going: after <see cref="Overtakings"/> in a row that passed an older one, the oldest of
/// all goes into the hardware next. Whatever has <c>n</c> before it when it comes is therefore among the next
/// <c>(Overtakings + 1) * (n + 1)</c> that the hardware takes. It has no bound of its own: sessions bound their jobs.
/// </summary>
/// <remarks>While everything that waits is of one priority, it is a plain queue and makes nothing else.</remarks>
/// <typeparam name="T">What waits.</typeparam>
public sealed class BandQueue<T>
{
    private const int Bands = (int)SessionPriority.Realtime + 1;

    // What the hardware holds beside the one that it works on.
    private readonly int _room;

    // What the hardware holds; and, while no band is in use, the rest, which is all of one priority. Null until something waits.
    private Queue<T>? _line;
    private SessionPriority _priorityOfRest;

    // Null until two priorities have met.
    private Queue<(long Age, T Item)>[]? _bands;
    private int _inBands;
    private long _age;
    private int _overtakings;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="hardwareDepth">What the hardware holds, the job that it works on included; at least 1.</param>
    public BandQueue(int hardwareDepth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hardwareDepth, 1);
        _room = hardwareDepth - 1;
    }

    /// <summary>How often in a row an older one is passed at most: one turn in ten goes to whoever has waited longest.</summary>
    public static int Overtakings => 9;

    /// <summary>How many wait.</summary>
    public int Count => _line is null ? 0 : _line.Count + _inBands;

    /// <summary>Something comes to wait.</summary>
    public void Enqueue(T item, SessionPriority priority)
    {
        _line ??= new Queue<T>();
        if (_inBands > 0 || (_line.Count > _room && priority != _priorityOfRest))
        {
            Sort(item, priority);
            return;
        }

        if (_line.Count == _room)
            _priorityOfRest = priority;
        _line.Enqueue(item);
    }

    /// <summary>Takes what the engine works on next.</summary>
    /// <returns>False when nothing waits.</returns>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        // The one that is taken leaves room in the hardware; without such room it is the very one that comes.
        if (_inBands > 0)
            _line!.Enqueue(TakeFromBands());
        if (_line is not null)
            return _line.TryDequeue(out item);
        item = default;
        return false;
    }

    private void Sort(T item, SessionPriority priority)
    {
        _bands ??= MakeBands();
        if (_inBands == 0)
            SortRest();
        Add(item, priority);
    }

    private void SortRest()
    {
        var line = _line!;
        var count = line.Count;
        for (var place = 0; place < count; place++)
        {
            var item = line.Dequeue();
            if (place < _room)
                line.Enqueue(item);
            else
                Add(item, _priorityOfRest);
        }
    }

    private void Add(T item, SessionPriority priority)
    {
        _bands![(int)priority].Enqueue((_age++, item));
        _inBands++;
    }

    private T TakeFromBands()
    {
        var (highest, oldest) = (-1, -1);
        for (var band = Bands - 1; band >= 0; band--)
        {
            if (!_bands![band].TryPeek(out var head))
                continue;
            if (highest < 0)
                highest = band;
            if (oldest < 0 || head.Age < _bands[oldest].Peek().Age)
                oldest = band;
        }

        var isGuarded = highest == oldest || _overtakings == Overtakings;
        _overtakings = isGuarded ? 0 : _overtakings + 1;
        _inBands--;
        return _bands![isGuarded ? oldest : highest].Dequeue().Item;
    }

    private static Queue<(long Age, T Item)>[] MakeBands()
    {
        var bands = new Queue<(long Age, T Item)>[Bands];
        for (var band = 0; band < bands.Length; band++)
            bands[band] = [];
        return bands;
    }
}
