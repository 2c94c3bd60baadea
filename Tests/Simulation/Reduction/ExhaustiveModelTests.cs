using Sim.Simulation.Schedules;
using Xunit;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Models that are small enough for every schedule to be run: each class of them is met, and met once.</summary>
public sealed class ExhaustiveModelTests
{
    private const int SchedulesMax = 20_000;

    // Actor by actor, kind of note by kind of note. The notes of the beginning are of kind 0, and go to the first so many actors.
    internal static readonly Dictionary<string, (int Starts, Line[][][] Actors)> Models = new()
    {
        ["fan-in"] = (3, [[[Tell(3)]], [[Tell(3)]], [[Tell(3)]], [[]]]),
        ["fan-in, two each"] = (2, [[[Tell(2), Tell(0, 1)], [Tell(2)]], [[Tell(2), Tell(1, 1)], [Tell(2)]], [[]]]),
        ["two sinks"] = (2, [[[Tell(2), Tell(3)]], [[Tell(3), Tell(2)]], [[]], [[]]]),
        ["two sinks, a step each"] = (2, [[[Tell(2), Tell(0, 1)], [Tell(3)]], [[Tell(3), Tell(1, 1)], [Tell(2)]], [[]], [[]]]),
        ["request and reply"] = (2, [[[Tell(2)], []], [[Tell(2)], []], [[new(Act.Reply, 0, 1)]]]),
        ["ring"] = (3, [[[Tell(1)]], [[Tell(2)]], [[Tell(0)]]]),
        ["timers that race"] = (1, [[[new(Act.Start, 0, 1), new(Act.Start, 1, 2)], [new(Act.Cancel, 1)], [new(Act.Cancel, 0)]]]),
        ["timer and message that cancels it"] = (2, [[[new(Act.Start, 0, 1)], [Tell(1, 1)], [new(Act.Cancel)]], [[Tell(0, 2)], []]]),
        ["timer that is started again"] = (2, [[[new(Act.Start, 0, 1)], [], [new(Act.Start, 0, 1)]], [[Tell(0, 2)]]]),
        ["timer that waits while others go on"] = (2, [[[new(Act.Start, 0, 1)], [Tell(2, 1)], []], [[Tell(0, 2), Tell(2)]], [[], []]]),
        ["what is scheduled and cancelled too late"] =
            (2, [[[new(Act.Schedule, 1, 1), Tell(2, 1)], [], [new(Act.Unschedule)]], [[], []], [[], [Tell(0, 2)]]]),
        ["stop and message"] = (3, [[[new(Act.Poison, 2)]], [[Tell(2)]], [[]]]),
        ["two stops and a message"] = (3, [[[new(Act.Poison, 3)]], [[new(Act.Poison, 3)]], [[Tell(3)]], [[]]]),
        ["stop of a child and message to it"] =
            (1, [[[new(Act.Spawn, 1), new(Act.TellChild, 0, 1), Tell(0, 1)], [new(Act.StopChild)]], [[], [Tell(2, 0)]], [[Tell(2, 1)], []]]),
        ["stop of a child and answer to it"] =
            (1, [[[new(Act.Spawn, 1), new(Act.TellChild), Tell(0, 1)], [new(Act.StopChild)]], [[Tell(2)], []], [[new(Act.Reply, 0, 1)]]]),
        ["death watch"] = (3, [[[new(Act.Watch, 2)]], [[new(Act.Watch, 2)]], [[new(Act.Stop)]]]),
        ["death watch and message"] = (2, [[[new(Act.Watch, 1), Tell(1, 1)]], [[new(Act.Stop)], []]]),
        ["stash"] = (2, [[[Tell(2)]], [[Tell(2, 1)]], [[new(Act.Stash)], [new(Act.Unstash), Tell(0, 1)]]]),
        ["become"] = (2, [[[Tell(2)], []], [[Tell(2, 1)], []], [[new(Act.Become, 1), Tell(0, 1)], [Tell(1, 1)]]]),
        ["child that answers"] = (2, [[[new(Act.Spawn, 2), new(Act.TellChild)], []], [[Tell(0, 1)]], [[new(Act.Reply, 0, 1)]]]),
        ["restart"] = (2, [[[new(Act.Throw)], [Tell(2)]], [[Tell(0, 1)]], [[]]]),
        ["restart of a child"] =
            (2, [[[new(Act.Spawn, 2), new(Act.TellChild), new(Act.TellChild, 0, 1)], [new(Act.TellChild, 0, 1)]], [[Tell(0, 1)]], [[new(Act.Throw)], []]]),
        ["question and its timeout"] = (1, [[[new(Act.Ask, 1)]], [[new(Act.Reply, 0, 1)]]]),
        ["question and another"] = (2, [[[new(Act.Ask, 2)]], [[Tell(2, 1)]], [[new(Act.Reply, 0, 1)], []]]),
        ["question that is awaited"] = (2, [[[new(Act.Await, 2)], []], [[Tell(0, 1)]], [[new(Act.Reply, 0, 1)]]]),
        ["selection of one that stops"] = (2, [[[new(Act.Select, 1)]], [[new(Act.Stop)]]]),
        ["selection, message, and end of whom both are for"] = (3, [[[new(Act.Select, 1)]], [[new(Act.Stop)]], [[Tell(1)]]]),
        ["router"] = (2, [[[new(Act.Route, 0, 1)], []], [[new(Act.Route, 0, 2)], [], []]]),
        ["end before all is done"] = (3, [[[new(Act.Finish)]], [[Tell(2)]], [[]]]),
        ["end with the last"] = (2, [[[Tell(1)]], [[new(Act.Become, 1)]]]),
    };

    // Classes when what is scheduled may fire at any time, and in model time.
    public static TheoryData<string, int, int> Counts => new()
    {
        { "fan-in", 6, 6 },
        { "fan-in, two each", 6, 6 },
        { "two sinks", 2, 2 },
        { "two sinks, a step each", 3, 3 },
        { "request and reply", 2, 2 },
        { "ring", 1, 1 },
        { "timers that race", 4, 1 },
        { "timer and message that cancels it", 3, 1 },
        { "timer that is started again", 3, 1 },
        { "timer that waits while others go on", 3, 1 },
        { "what is scheduled and cancelled too late", 2, 1 },
        { "stop and message", 2, 2 },
        { "two stops and a message", 6, 6 },
        { "stop of a child and message to it", 2, 2 },
        { "stop of a child and answer to it", 3, 3 },
        { "death watch", 11, 11 },
        { "death watch and message", 3, 3 },
        { "stash", 2, 2 },
        { "become", 2, 2 },
        { "child that answers", 2, 2 },
        { "restart", 1, 1 },
        { "restart of a child", 2, 2 },
        { "question and its timeout", 3, 1 },
        { "question and another", 6, 2 },
        { "question that is awaited", 3, 1 },
        { "selection of one that stops", 2, 2 },
        { "selection, message, and end of whom both are for", 3, 3 },
        { "router", 6, 6 },
        { "end before all is done", 5, 5 },
        { "end with the last", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Each_class_is_met_once(string name, int classes, int classesInModelTime)
    {
        AssertMet(name, Timing.Any, classes);
        AssertMet(name, Timing.Model, classesInModelTime);
    }

    private static void AssertMet(string name, Timing timing, int classes)
    {
        var (starts, actors) = Models[name];
        var program = new ActorProgram(
            [.. actors.Select(kinds => Script.Of(kinds))], [.. Enumerable.Range(0, starts).Select(actor => (actor, 0))], Life: 3);

        var (fault, naive, reduced) = SearchComparison.Of(() => new ProgramExperiment(program), timing, SchedulesMax);

        Assert.Null(fault);
        Assert.NotNull(reduced);
        Assert.Equal(classes, naive.Classes.Count);
    }

    private static Line Tell(int actor, int kind = 0) => new(Act.Tell, actor, kind);
}
