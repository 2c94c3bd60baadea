namespace Sim.Checkers;

// A key slot of the device, and what properties remember of it. Slots are hardware: they stay.
internal sealed class OpenSlot : Row
{
    // Of NoKeyInTwoSlots: whether a key is in it, and which.
    public bool IsTaken { get; set; }

    public long Key { get; set; }

    public SlotFreedAfterLastUse.SlotUse Use;

    // A key is its epoch and the number of its session: sessions side by side, as tables like their numbers.
    public static long KeyOf(int session, int epoch) => ((long)epoch << 32) | (uint)session;

    // A row is used for one slot after another.
    public void Begin()
    {
        IsTaken = false;
        Use = default;
    }
}
