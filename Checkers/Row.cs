namespace Sim.Checkers;

// What is remembered of one number as long as it is open.
internal abstract class Row
{
    private long _number;

    public bool IsOpen { get; private set; }

    // Of a row that is closed: the last that it was open for.
    public long Number => IsOpen ? _number : ~_number;

    // False of a row that is closed: nobody looks for a complement in the place of its number, since their lower bits differ.
    public bool IsOf(long number) => _number == number;

    public void Open(long number) => (_number, IsOpen) = (number, true);

    public void Close()
    {
        if (IsOpen)
            (_number, IsOpen) = (~_number, false);
    }
}
