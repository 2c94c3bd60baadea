using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class KeySlotTableTests
{
    private readonly KeySlotTable _table = new(slots: 2);

    [Fact]
    public void Acquire_programs_an_empty_slot_and_grants_it()
    {
        Assert.Equal(["programmed 0: 7/0", "granted 0: 7/0"], Acquire(7, 0));
        Assert.Equal(["programmed 1: 8/0", "granted 1: 8/0"], Acquire(8, 0));
        Assert.Equal(2, _table.Referenced);
    }

    [Fact]
    public void Every_slot_is_used_in_turn_before_an_idle_one_is_evicted_or_a_session_waits()
    {
        var large = new KeySlotTable(slots: 11);
        var decisions = new List<KeySlotDecision>();
        large.Acquire(0, 0, decisions);
        large.Release(0, 0, retired: false, decisions);
        for (var session = 1; session <= 10; session++)
        {
            decisions.Clear();
            large.Acquire(session, 0, decisions);
            Assert.Equal([KeySlotDecision.Kinds.Programmed, KeySlotDecision.Kinds.Granted], decisions.Select(one => one.Kind));
            Assert.All(decisions, one => Assert.Equal(session, one.Slot));
        }

        Assert.Equal(10, large.Referenced);
        decisions.Clear();
        large.Acquire(11, 0, decisions);
        Assert.Equal(KeySlotDecision.Kinds.Zeroed, decisions[0].Kind);
        Assert.Equal(0, decisions[0].Slot);
        large.Acquire(12, 0, decisions);
        Assert.Equal(1, large.Waiting);
    }

    [Fact]
    public void Acquire_of_an_idle_key_grants_its_slot_without_programming()
    {
        Acquire(7, 0);
        Assert.Equal(["idled 0: 7/0"], Release(7, 0));
        Assert.Equal(0, _table.Referenced);
        Assert.Equal(["granted 0: 7/0"], Acquire(7, 0));
    }

    [Fact]
    public void Acquire_prefers_an_empty_slot_to_evicting_an_idle_one()
    {
        Acquire(7, 0);
        Release(7, 0);
        Assert.Equal(["programmed 1: 8/0", "granted 1: 8/0"], Acquire(8, 0));
    }

    [Fact]
    public void Acquire_evicts_the_slot_that_has_been_idle_longest()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Release(2, 0);
        Release(1, 0);
        Assert.Equal(["zeroed 1: 2/0", "programmed 1: 3/0", "granted 1: 3/0"], Acquire(3, 0));
    }

    [Fact]
    public void Idle_time_starts_anew_when_a_slot_was_used_again()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Release(1, 0);
        Release(2, 0);
        Acquire(1, 0);
        Release(1, 0);
        Assert.Equal("zeroed 1: 2/0", Acquire(3, 0)[0]);
    }

    [Fact]
    public void Current_key_that_was_evicted_is_programmed_again()
    {
        Acquire(1, 0);
        Release(1, 0);
        Acquire(2, 0);
        Acquire(3, 0);
        Release(2, 0);
        Assert.Equal(["zeroed 1: 2/0", "programmed 1: 1/0", "granted 1: 1/0"], Acquire(1, 0));
    }

    [Fact]
    public void Acquire_waits_in_order_while_every_slot_is_referenced()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Assert.Equal(["wanted 0: 1/0"], Acquire(3, 0));
        Assert.Equal(["wanted 1: 2/0"], Acquire(1, 1));
        Assert.Equal(2, _table.Waiting);

        Assert.Equal(["idled 1: 2/0", "zeroed 1: 2/0", "programmed 1: 3/0", "granted 1: 3/0"], Release(2, 0));
        Assert.Equal(["zeroed 0: 1/0", "programmed 0: 1/1", "granted 0: 1/1"], Release(1, 0, retired: true));
        Assert.Equal(0, _table.Waiting);
    }

    [Fact]
    public void A_slot_is_asked_back_once_for_each_that_waits_the_one_granted_longest_ago_first()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Release(1, 0);
        Acquire(1, 0);

        Assert.Equal(["wanted 1: 2/0"], Acquire(3, 0));
        Assert.Equal(["wanted 0: 1/0"], Acquire(4, 0));
        Assert.Empty(Acquire(5, 0));
        Assert.Equal(
            ["idled 0: 1/0", "zeroed 0: 1/0", "programmed 0: 3/0", "granted 0: 3/0", "wanted 0: 3/0"], Release(1, 0));
    }

    [Fact]
    public void A_slot_that_was_given_back_is_not_wanted_any_more()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Acquire(3, 0);
        Release(1, 0);

        Assert.Equal(["wanted 1: 2/0"], Acquire(1, 0));
    }

    [Fact]
    public void Release_of_a_retired_key_zeroes_it_whether_referenced_or_idle()
    {
        Acquire(1, 0);
        Assert.Equal(["zeroed 0: 1/0"], Release(1, 0, retired: true));
        Acquire(2, 0);
        Release(2, 0);
        Assert.Equal(["zeroed 0: 2/0"], Release(2, 0, retired: true));
    }

    [Fact]
    public void Release_of_a_key_that_is_in_no_slot_or_idle_changes_nothing()
    {
        Assert.Empty(Release(1, 0, retired: true));
        Acquire(1, 0);
        Release(1, 0);
        Assert.Empty(Release(1, 0));
        Assert.Empty(Release(1, 1));
        Assert.Equal(["granted 0: 1/0"], Acquire(1, 0));
    }

    [Fact]
    public void Forget_wipes_every_key_of_the_session_and_serves_who_waits()
    {
        Acquire(1, 0);
        Acquire(1, 1);
        Acquire(2, 0);
        Assert.Equal(
            ["zeroed 0: 1/0", "zeroed 1: 1/1", "programmed 0: 2/0", "granted 0: 2/0"], Forget(1));
        Assert.Equal(1, _table.Referenced);
    }

    [Fact]
    public void Forget_takes_the_session_out_of_the_waiting_line()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Acquire(3, 0);
        Acquire(4, 0);
        Assert.Empty(Forget(3));
        Assert.Equal(["zeroed 0: 1/0", "programmed 0: 4/0", "granted 0: 4/0"], Release(1, 0, retired: true));
        Assert.Empty(Forget(3));
    }

    [Fact]
    public void Acquire_twice_is_a_mistake_of_the_caller_and_changes_nothing()
    {
        Acquire(1, 0);
        Acquire(2, 0);
        Acquire(3, 0);
        Assert.Throws<InvalidOperationException>(() => Acquire(1, 0));
        Assert.Throws<InvalidOperationException>(() => Acquire(3, 0));
        Assert.Throws<InvalidOperationException>(() => Acquire(3, 1));
        Assert.Equal(1, _table.Waiting);
        Assert.Equal(2, _table.Referenced);
    }

    [Fact]
    public void Table_needs_a_slot() => Assert.Throws<ArgumentOutOfRangeException>(() => new KeySlotTable(slots: 0));

    private string[] Acquire(int session, int epoch) => Told(decisions => _table.Acquire(session, epoch, decisions));

    private string[] Release(int session, int epoch, bool retired = false) =>
        Told(decisions => _table.Release(session, epoch, retired, decisions));

    private string[] Forget(int session) => Told(decisions => _table.Forget(session, decisions));

    private static string[] Told(Action<ICollection<KeySlotDecision>> tell)
    {
        List<KeySlotDecision> decisions = [];
        tell(decisions);
        return [.. decisions.Select(d => $"{d.Kind.ToString().ToLowerInvariant()} {d.Slot}: {d.Session}/{d.Epoch}")];
    }
}
