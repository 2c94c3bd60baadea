using Akka.Actor;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;
using Sim.Tests.Runtime;
using Sim.Tests.Simulation.Plugin;
using Xunit;

namespace Sim.Tests.Simulation;

/// <summary>What fires comes into an inbox by one step and is handled by another, so that others go on in between.</summary>
public sealed class LateTimeoutTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Timeout_may_be_decided_on_when_others_know_already_of_the_vote_behind_it(bool isPlugIn)
    {
        var vote = Vote();
        IExperiment experiment = isPlugIn ? new OnPlugIn(vote) : vote;

        var found = Explorer.Explore(() => experiment, new ExplorationSettings(_ => new Exhaustive()));

        // For the second the timeout is in the inbox before the vote is sent, and handled only behind that.
        Assert.True(found.Exhausted);
        Assert.Equal(["abort vote", "vote abort", "vote commit"], vote.Outcomes);
    }

    // The voter tells a judge, and a witness; the judge tells the witness what it decides, by what reaches it first.
    private static Noted Vote() => new((system, notes) =>
    {
        var witness = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")), "witness");
        var isDecided = false;
        var judge = system.ActorOf(
            Scripted.Of((message, _) =>
            {
                if (!isDecided) witness.Tell(message is "timeout" ? "abort" : "commit");
                isDecided = true;
            }),
            "judge");
        var voter = system.ActorOf(
            Scripted.Of((message, _) =>
            {
                judge.Tell(message);
                witness.Tell(message);
            }),
            "voter");
        return () =>
        {
            system.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(5), judge, "timeout", ActorRefs.NoSender);
            voter.Tell("vote");
        };
    });
}
