using Akka.Actor;
using Sim.Simulation.Replaying;
using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

public sealed class FailureTextTests
{
    private sealed record Note(string Text, IActorRef About);

    private sealed class Mute
    {
    }

    [Fact]
    public void Failure_within_a_run_is_told_step_by_step_with_the_line_that_runs_it_again()
    {
        var found = Fails(Overtaken);

        Assert.Equal(
            $$"""
            the first is first: the second came

             step  actor   handles
                1  second  sends Note { Text = 2, About = second } to probe
                2  probe   Note { Text = 2, About = second }  (from 1)  <--

            found by schedule 0 of random, seed 1; 3 steps shrunk to 2
            run it again: SIM_REPLAY='{{found.File}}' dotnet test --filter FullyQualifiedName~FailureTextTests.Failure_within_a_run_is_told_step_by_step_with_the_line_that_runs_it_again
            """.ReplaceLineEndings(),
            found.Message);
    }

    [Fact]
    public void Failure_is_told_in_the_same_words_each_time() => Assert.Equal(Fails(Overtaken).Message, Fails(Overtaken).Message);

    [Fact]
    public void Saved_schedule_replays_to_the_same_words()
    {
        var found = Fails(Overtaken);

        var replayed = Assert.Throws<ExplorationException>(() => Explore.Replay(found.File!).Run(Overtaken));

        Assert.Equal(found.Message, replayed.Message);
        Assert.Equal(found.Steps, replayed.Steps);
    }

    [Fact]
    public void Saved_schedule_of_what_was_repaired_passes()
    {
        var found = Fails(world => Overtaken(world, isRight: false));

        Explore.Replay(found.File!).Run(world => Overtaken(world, isRight: true));
    }

    [Fact]
    public void Saved_schedule_that_does_not_fit_any_more_names_the_step()
    {
        var found = Fails(Overtaken);

        var divergence = Assert.Throws<DivergenceException>(() => Explore.Replay(found.File!).Run(world => world.Probe("probe")));

        Assert.StartsWith("step 1 cannot happen: /user/second sends Note", divergence.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no saved schedule")]
    [InlineData("{}", "no saved schedule")]
    [InlineData("{\"sim\": 2}", "no saved schedule")]
    [InlineData("not json", "no saved schedule")]
    public void File_that_is_no_saved_schedule_is_refused_in_one_line(string content, string expected)
    {
        using var folder = new TemporaryDirectory();
        var file = folder["schedule.json"];
        File.WriteAllText(file, content);

        var thrown = Assert.Throws<InvalidDataException>(() => Explore.Replay(file).Run(Overtaken));

        Assert.StartsWith(file, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void File_that_is_not_there_is_refused_in_one_line()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => Explore.Replay("/no/such/schedule.json").Run(Overtaken));

        Assert.StartsWith("/no/such/schedule.json cannot be read", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_shown_by_their_own_text_their_type_or_as_the_test_says()
    {
        var found = Fails(world =>
        {
            var probe = world.Probe("probe");
            foreach (var message in new object[] { new Mute(), "a\nb", 1.5, new string('x', 1_000), new Uri("http://example.org") })
                probe.Ref.Tell(message);
            world.Describe<double>(number => $"number {number:F0}");
            world.Always("few", () => probe.Received.Count < 5);
        });

        Assert.Equal(["Mute", "a b", "number 2", new string('x', 297) + "...", "http://example.org/"], found.Steps.Select(step => step.Message));
    }

    private sealed class Fickle
    {
        private static int _shown;

        public override string ToString() => $"fickle {_shown++}";
    }

    [Fact]
    public void Messages_that_are_shown_in_other_words_each_time_are_found_out()
    {
        var found = Fails(world =>
        {
            var probe = world.Probe("probe");
            probe.Ref.Tell(new Fickle());
            probe.Ref.Tell(new Fickle());
            world.Always("few", () => probe.Received.Count < 2);
        });

        Assert.Equal("few", found.Property);
        Assert.Contains("see World.Describe: step 1 cannot happen: /user/probe fickle", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_stories_are_told_from_their_end()
    {
        var found = Fails(world =>
        {
            var probe = world.Probe("probe");
            for (var i = 1; i <= 100; i++)
                probe.Ref.Tell(i);
            world.Always("few", () => probe.Received.Count < 100);
        });

        Assert.Contains("       (40 steps before)\n   41  probe  41\n", found.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  100  probe  100  <--", found.Message, StringComparison.Ordinal);
    }

    private static void Overtaken(World world) => Overtaken(world, isRight: false);

    private static void Overtaken(World world, bool isRight)
    {
        var probe = world.Probe("probe");
        foreach (var (name, number) in new[] { ("first", 1), ("second", 2) })
        {
            world.Client(name, client =>
            {
                client.Tell(probe.Ref, new Note(number.ToString(), client.Ref));
                return Task.CompletedTask;
            });
        }

        world.Always("the first is first", () => isRight || probe.Received is not [Note { Text: "2" }, ..] ? null : "the second came");
    }

    private static ExplorationException Fails(
        Action<World> body, [System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Assert.Throws<ExplorationException>(() => Explore.Schedules(50).With("random").Run(body, member));
}
