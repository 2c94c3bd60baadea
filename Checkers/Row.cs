namespace Sim.Checkers;

// What is remembered of one number as long as it is open.
internal abstract class Row
{
    // The number, or its complement when the row is closed: nobody looks for that in this row's place, since the lower bits differ.
    private long _openFor = ~0;

    // Of a row that is closed: the last that it was open for.
    public long Number { get; private set; }

    public bool IsOpen => _openFor == Number;

    public bool IsOpenFor(long number) => _openFor == number;

    public void Open(long number) => Number = _openFor = number;

    public void Close() => _openFor = ~Number;
}
