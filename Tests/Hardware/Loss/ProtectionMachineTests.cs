using Sim.Hardware.Loss;
using Xunit;
using Kinds = Sim.Hardware.Loss.ProtectionEvent.Kinds;

namespace Sim.Tests.Hardware.Loss;

public sealed class ProtectionMachineTests
{
    private readonly ProtectionMachine _machine = new();
    private readonly List<ProtectionEffect> _effects = [];

    [Fact]
    public void Teardown_loses_the_keys_and_takes_its_time()
    {
        Assert.Equal(["Terminating 2", "keys", "wait 1"], After(Kinds.Teardown));
        Assert.Equal(["ReadyToStart 2"], WaitOver(1));
    }

    [Fact]
    public void Protection_starts_again_when_a_session_is_wanted()
    {
        After(Kinds.Teardown);
        Assert.Empty(After(Kinds.SessionWanted));
        WaitOver(1);
        Assert.Equal(["Starting 2", "wait 3"], After(Kinds.SessionWanted));
        Assert.Empty(After(Kinds.SessionWanted));
        Assert.Equal(["Active 2"], WaitOver(3));
    }

    [Fact]
    public void Teardowns_that_are_asked_for_during_one_happen_behind_it_as_one()
    {
        After(Kinds.Teardown);
        Assert.Equal(["TerminatingAgain 2"], After(Kinds.Teardown));
        Assert.Empty(After(Kinds.Teardown, contentLost: true));
        Assert.Equal(["Terminating 3", "keys and content", "wait 2"], WaitOver(1));
        Assert.Equal(["ReadyToStart 3"], WaitOver(2));
    }

    [Fact]
    public void Teardown_while_protection_starts_makes_the_start_void()
    {
        After(Kinds.Teardown);
        WaitOver(1);
        After(Kinds.SessionWanted);
        Assert.Equal(["Terminating 3", "keys", "wait 4"], After(Kinds.Teardown));
        Assert.Empty(WaitOver(3));
        Assert.Equal(ProtectionPhase.Terminating, _machine.Phase);
    }

    [Fact]
    public void Suspend_loses_the_keys_and_resume_leaves_none()
    {
        Assert.Equal(["Suspended 2", "keys"], After(Kinds.Suspend));
        Assert.Empty(After(Kinds.Suspend));
        Assert.Empty(After(Kinds.SessionWanted));
        Assert.Equal(["ReadyToStart 2"], After(Kinds.Resume));
        Assert.Empty(After(Kinds.Resume));
    }

    [Fact]
    public void Suspend_covers_the_teardown_that_is_under_way_and_the_one_that_is_remembered()
    {
        After(Kinds.Teardown);
        After(Kinds.Teardown, contentLost: true);
        Assert.Equal(["Suspended 3", "keys and content"], After(Kinds.Suspend));
        Assert.Empty(WaitOver(1));
        Assert.Equal(["ReadyToStart 3"], After(Kinds.Resume));
    }

    [Fact]
    public void Teardown_that_is_asked_for_without_power_happens_at_resume()
    {
        After(Kinds.Suspend);
        Assert.Empty(After(Kinds.Teardown));
        Assert.Equal(["Terminating 3", "keys", "wait 2"], After(Kinds.Resume));
    }

    [Fact]
    public void Removed_device_stays_removed()
    {
        Assert.Equal(["Removed 2", "keys and content"], After(Kinds.Remove));
        Assert.All(Enum.GetValues<Kinds>(), kind => Assert.Empty(After(kind)));
    }

    [Fact]
    public void Every_loss_begins_a_generation()
    {
        var generations = new List<int>();
        foreach (var kind in new[] { Kinds.Teardown, Kinds.Suspend, Kinds.Resume, Kinds.Teardown, Kinds.Remove })
        {
            _machine.Step(new ProtectionEvent(kind), _effects);
            generations.AddRange(_effects.Where(effect => effect.Kind == ProtectionEffect.Kinds.LoseKeys).Select(effect => effect.Generation));
            _effects.Clear();
        }

        Assert.Equal([2, 3, 4, 5], generations);
    }

    [Fact]
    public void Content_has_another_stamp_only_when_it_was_lost()
    {
        var first = _machine.Content;
        After(Kinds.Teardown);
        After(Kinds.Suspend);
        Assert.Equal(first, _machine.Content);
        After(Kinds.Teardown, contentLost: true);
        Assert.Equal(first, _machine.Content);
        After(Kinds.Resume);
        Assert.Equal(first.Next(), _machine.Content);
    }

    private string[] WaitOver(int wait) => Told(new ProtectionEvent(Kinds.WaitOver, Wait: wait));

    private string[] After(Kinds kind, bool contentLost = false) => Told(new ProtectionEvent(kind, contentLost));

    private string[] Told(ProtectionEvent happened)
    {
        _effects.Clear();
        _machine.Step(happened, _effects);
        return [.. _effects.Select(effect => effect.Kind switch
        {
            ProtectionEffect.Kinds.Entered => $"{effect.Phase} {effect.Generation}",
            ProtectionEffect.Kinds.LoseKeys => effect.ContentLost ? "keys and content" : "keys",
            _ => $"wait {effect.Wait}",
        })];
    }
}
