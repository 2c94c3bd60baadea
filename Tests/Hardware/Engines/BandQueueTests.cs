using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class BandQueueTests
{
    private const SessionPriority Low = SessionPriority.Normal;
    private const SessionPriority High = SessionPriority.Realtime;

    [Fact]
    public void One_priority_goes_in_order() => Assert.Equal("1234", Taken(depth: 2, (1, Low), (2, Low), (3, Low), (4, Low)));

    [Fact]
    public void Higher_priority_goes_first() => Assert.Equal("4213", Taken(depth: 1, (1, Low), (2, SessionPriority.Focus), (3, Low), (4, High)));

    [Fact]
    public void What_the_hardware_holds_is_overtaken_by_nothing() =>
        Assert.Equal("12534", Taken(depth: 3, (1, Low), (2, Low), (3, Low), (4, Low), (5, High)));

    [Fact]
    public void Deep_hardware_holds_everything_in_order() => Assert.Equal("123", Taken(depth: 4, (1, Low), (2, SessionPriority.Idle), (3, High)));

    [Fact]
    public void One_turn_in_ten_is_of_the_oldest()
    {
        var queue = new BandQueue<int>(hardwareDepth: 1);
        queue.Enqueue(0, Low);
        for (var number = 1; number <= 20; number++)
            queue.Enqueue(number, High);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 10], Enumerable.Range(0, 11).Select(_ => Take(queue)));
    }

    [Fact]
    public void Hardware_without_room_for_a_job_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BandQueue<int>(hardwareDepth: 0));

    // Each byte is an arrival or, one in three, a turn of the engine.
    [Fact]
    public void Any_order_of_arrivals_and_turns_keeps_the_rules() =>
        Prop.ForAll<byte[], PositiveInt>((calls, size) => Judge(calls, depth: 1 + (size.Get % 4))).QuickCheckThrowOnFailure();

    // A steady flood with one that waits in each lower band.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Flood_keeps_the_bound(int depth)
    {
        var calls = new List<byte>();
        for (var number = 0; number < 300; number++)
            calls.AddRange([Arrival(3), Arrival(3), Arrival(number % 4), Turn, Turn]);
        Judge([.. calls], depth);
    }

    [Fact]
    public void Equal_priorities_allocate_nothing_in_steady_state()
    {
        var queue = new BandQueue<int>(hardwareDepth: 2);
        Fill(queue, 64);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Fill(queue, 64);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private const byte Turn = 0;

    private static byte Arrival(int priority) => (byte)(1 + (3 * priority));

    private static void Fill(BandQueue<int> queue, int count)
    {
        for (var number = 0; number < count; number++)
            queue.Enqueue(number, Low);
        while (queue.TryDequeue(out _))
        {
        }
    }

    private static string Taken(int depth, params (int Number, SessionPriority Priority)[] arrivals)
    {
        var queue = new BandQueue<int>(depth);
        foreach (var (number, priority) in arrivals)
            queue.Enqueue(number, priority);
        return string.Concat(arrivals.Select(_ => Take(queue)));
    }

    private static int Take(BandQueue<int> queue) => queue.TryDequeue(out var item) ? item : -1;

    // Beside a list of what waits: who is how old, of which priority, how many were before it, and how often it was passed.
    private static void Judge(byte[] calls, int depth)
    {
        var queue = new BandQueue<int>(depth);
        var waiting = new List<Waiting>();
        var number = 0;
        foreach (var call in calls)
        {
            if (call % 3 > 0)
            {
                var priority = (SessionPriority)(call / 3 % 4);
                waiting.Add(new Waiting(number, priority, waiting.Count));
                queue.Enqueue(number++, priority);
            }
            else
            {
                TakeOne(queue, waiting, depth - 1);
            }

            Assert.Equal(waiting.Count, queue.Count);
        }

        while (waiting.Count > 0)
            TakeOne(queue, waiting, depth - 1);
        Assert.False(queue.TryDequeue(out _));
    }

    private static void TakeOne(BandQueue<int> queue, List<Waiting> waiting, int room)
    {
        var isThere = queue.TryDequeue(out var taken);
        Assert.Equal(waiting.Count > 0, isThere);
        if (!isThere)
            return;
        var place = waiting.FindIndex(one => one.Number == taken);
        Assert.DoesNotContain(waiting.Take(place), older => older.Priority == waiting[place].Priority);
        waiting.RemoveAt(place);
        foreach (var one in waiting)
        {
            one.Turns++;
            Assert.InRange(one.Turns, 0, (BandQueue<int>.Overtakings + 1) * (one.Before + 1) + room);
        }
    }

    private sealed class Waiting(int number, SessionPriority priority, int before)
    {
        public int Number => number;

        public SessionPriority Priority => priority;

        public int Before => before;

        public int Turns { get; set; }
    }
}
