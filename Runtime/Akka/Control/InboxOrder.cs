using System.Numerics;
using System.Runtime.Intrinsics.X86;
using Akka.Actor;
using Sim.Control;

namespace Akka.Control;

/// <summary>
/// The actors of a world in their canonical order, and which of them are ready: a bit for each place, so that a step that makes
/// one ready, and a driver that chooses among them, neither search nor move anything, nor branch on what nobody can foretell.
/// </summary>
internal sealed class InboxOrder
{
    /// <summary>The place of an inbox that has none.</summary>
    public const int NoPlace = -1;

    private const int WordBits = 64;

    private ControlledInbox[] _all = new ControlledInbox[16];

    // Those of the first places, and of the places behind them, which few worlds have.
    private ulong _ready;
    private ulong[] _more = [];
    private int _count;

    /// <summary>The actors, in order.</summary>
    public ReadOnlySpan<IInbox> All => new((IInbox[])_all, 0, _count);

    /// <summary>How many are ready.</summary>
    public int ReadyCount => BitOperations.PopCount(_ready) + (_more.Length == 0 ? 0 : ReadyCountBehind());

    /// <summary>Gives an actor its place.</summary>
    public void Add(ControlledInbox inbox)
    {
        var at = PlaceOf(inbox.Cell!);
        var last = _count++;
        if (last == _all.Length) Array.Resize(ref _all, last * 2);
        if (last == (_more.Length + 1) * WordBits) Array.Resize(ref _more, (_more.Length * 2) + 1);
        if (at < last)
        {
            for (var i = last; i > at; i--) Put(_all[i - 1], i);
            InsertBit(at);
        }

        Put(inbox, at);
    }

    /// <summary>Takes an actor out, ready or not.</summary>
    public void Remove(ControlledInbox inbox)
    {
        var at = inbox.Place;
        RemoveBit(at);
        _count--;
        for (var i = at; i < _count; i++) Put(_all[i + 1], i);
        _all[_count] = null!;
        inbox.Place = NoPlace;
    }

    /// <summary>True when the actor of a place is ready.</summary>
    public bool IsReady(int place) => ((Word(place / WordBits) >> place) & 1) != 0;

    /// <summary>The actor of a place is ready, and may have been before.</summary>
    public void Ready(int place)
    {
        if ((uint)place < WordBits) _ready |= 1UL << place;
        else Word(place / WordBits) |= 1UL << place;
    }

    /// <summary>The actor of a place is ready or not; nothing, when it is <see cref="NoPlace"/>.</summary>
    public void Set(int place, bool isReady)
    {
        if ((uint)place < WordBits) Set(ref _ready, place, isReady);
        else if (place != NoPlace) Set(ref Word(place / WordBits), place, isReady);
    }

    /// <summary>One of those that are ready.</summary>
    /// <param name="index">Its number among them, from 0 and below <see cref="ReadyCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public ControlledInbox ReadyAt(int index) =>
        (uint)index < (uint)BitOperations.PopCount(_ready) ? _all[PlaceOfBit(_ready, index)] : ReadyBehind(index);

    /// <summary>Puts those that are ready, in order, into what has room for them.</summary>
    public void CopyReady(Span<ControlledInbox> to)
    {
        var next = 0;
        for (var word = 0; word <= _more.Length; word++)
        {
            for (var left = Word(word); left != 0; left &= left - 1)
                to[next++] = _all[(word * WordBits) + BitOperations.TrailingZeroCount(left)];
        }
    }

    private static void Set(ref ulong word, int place, bool isReady) =>
        word = (word & ~(1UL << place)) | ((isReady ? 1UL : 0UL) << place);

    private static int PlaceOfBit(ulong bits, int index)
    {
        if (Bmi2.X64.IsSupported) return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << index, bits));
        for (; index > 0; index--) bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }

    private void Put(ControlledInbox inbox, int at)
    {
        _all[at] = inbox;
        inbox.Place = at;
    }

    private ref ulong Word(int word)
    {
        if (word == 0) return ref _ready;
        return ref _more[word - 1];
    }

    private int ReadyCountBehind()
    {
        var count = 0;
        foreach (var word in _more) count += BitOperations.PopCount(word);
        return count;
    }

    private ControlledInbox ReadyBehind(int index)
    {
        var left = index;
        for (var word = 0; left >= 0 && word <= _more.Length; word++)
        {
            var count = BitOperations.PopCount(Word(word));
            if (left < count) return _all[(word * WordBits) + PlaceOfBit(Word(word), left)];
            left -= count;
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, $"{ReadyCount} actors are ready.");
    }

    private void InsertBit(int at)
    {
        var word = at / WordBits;
        for (var i = _more.Length; i > word; i--) Word(i) = (Word(i) << 1) | (Word(i - 1) >> (WordBits - 1));
        var below = (1UL << at) - 1;
        ref var own = ref Word(word);
        own = (own & below) | ((own & ~below) << 1);
    }

    private void RemoveBit(int at)
    {
        var word = at / WordBits;
        var below = (1UL << at) - 1;
        ref var own = ref Word(word);
        own = (own & below) | ((own >> 1) & ~below);
        for (var i = word + 1; i <= _more.Length; i++)
        {
            Word(i - 1) |= Word(i) << (WordBits - 1);
            Word(i) >>= 1;
        }
    }

    private int PlaceOf(ActorCell cell)
    {
        // All that is below an actor follows it, and all the rest comes behind that.
        var low = cell.Parent is ActorCell { Mailbox: ControlledInbox above } ? above.Place + 1 : 0;
        var high = _count;
        var hasParentBefore = low > 0;
        ActorCell? sibling = cell.PreviousSibling;
        if (sibling is null)
        {
            // An only child.
            if (hasParentBefore && cell.NextSibling is null) return low;
        }
        else if (sibling.Mailbox is ControlledInbox { Place: not NoPlace } before && CompareSiblings(sibling, cell) < 0)
        {
            // Mostly an actor's children are made in the order of their names.
            low = before.Place + 1;
            hasParentBefore = true;
            if (low == high || _all[low].Cell!.Depth < cell.Depth || !IsBefore(_all[low].Cell!, cell, hasParentBefore, sibling)) return low;
        }
        else
        {
            sibling = null;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBefore(_all[middle].Cell!, cell, hasParentBefore, sibling)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // Mostly one stands below the other's parent, and need not be compared with all that is above that. Nor need the sibling be
    // compared that is known to stand before.
    private static bool IsBefore(ActorCell placed, ActorCell cell, bool hasParentBefore, ActorCell? sibling)
    {
        var depth = cell.Depth;
        var up = placed;
        while (up.Depth > depth) up = (ActorCell)up.Parent;
        if (ReferenceEquals(up, cell)) return false;
        if (ReferenceEquals(up, sibling)) return true;
        if (ReferenceEquals(up.Parent, cell.Parent)) return CompareSiblings(up, cell) < 0;
        return !hasParentBefore && Compare(placed, cell) < 0;
    }

    private static int Compare(ActorCell a, ActorCell b)
    {
        if (ReferenceEquals(a, b)) return 0;
        var (upA, upB) = (a, b);
        while (upA.Depth > b.Depth) upA = (ActorCell)upA.Parent;
        while (upB.Depth > a.Depth) upB = (ActorCell)upB.Parent;
        if (ReferenceEquals(upA, upB)) return a.Depth - b.Depth;
        while (!ReferenceEquals(upA.Parent, upB.Parent))
        {
            upA = (ActorCell)upA.Parent;
            upB = (ActorCell)upB.Parent;
        }

        return CompareSiblings(upA, upB);
    }

    private static int CompareSiblings(ActorCell a, ActorCell b) =>
        a.HasGeneratedName || b.HasGeneratedName
            ? !b.HasGeneratedName ? -1 : !a.HasGeneratedName ? 1 : a.Number.CompareTo(b.Number)
            : a.Name.AsSpan().SequenceCompareTo(b.Name);
}
