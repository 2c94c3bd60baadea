using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;
using Sim.Testing;
using Sim.Testing.ContentProtection;
using Xunit;

namespace Sim.Tests.Testing.ContentProtection;

public sealed class ProtectedDeviceTests
{
    public static TheoryData<string> Policies => new("drain", "slots", "marker");

    [Theory]
    [MemberData(nameof(Policies))]
    public void Jobs_and_refreshes_of_two_sessions_hold_every_property(string policy) => Explore.Schedules(300).Run(world =>
    {
        var device = world.Device(policy);
        foreach (var (name, contentKey) in new[] { ("movie", true), ("menu", false) })
        {
            device.Session(
                name,
                async session =>
                {
                    session.Submit(2);
                    await session.Refresh();
                    Assert.Equal(1, session.Epoch);
                    session.Submit(2);
                    Assert.Equal(SwitchReason.Refreshed, await session.ExpectKeySwitch(epoch: 1));
                    await session.AllEnded();
                    Assert.Equal(4, session.Outcomes.Values.Count(outcome => outcome.IsCompleted));
                    await session.Close();
                },
                contentKey: contentKey);
        }
    });

    [Fact]
    public void Engine_that_is_held_ends_nothing_until_it_is_released() => Explore.Schedules(200).Run(world =>
    {
        var device = world.Device(engines: 2);
        device.Engines[0].Hold();
        device.Session("movie", async movie =>
        {
            var held = movie.Submit();
            var other = movie.Submit();
            await movie.Ending(other);
            Assert.DoesNotContain(held, movie.Outcomes.Keys);
            device.Engines[0].Release();
            Assert.True((await movie.Ending(held)).IsCompleted);
        });
    });

    [Fact]
    public void Job_on_an_engine_that_stays_held_never_ends_and_that_is_a_violation()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Once().Run(world =>
        {
            var device = world.Device(engines: 1);
            device.Engines[0].Hold();
            device.Session("movie", async movie =>
            {
                movie.Submit();
                await movie.AllEnded();
            });
        }));

        Assert.Equal("EveryJobEnds", found.Property);
        Assert.Contains("movie waits for the end of job 1", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Barrier_over_a_held_engine_opens_as_its_policy_says(string policy) => Explore.Schedules(100).Run(world =>
    {
        var device = world.Device(policy, engines: 2);
        device.Engines[0].Hold();
        device.Session("movie", async movie =>
        {
            movie.Submit();
            await movie.Refresh();
            var fresh = movie.Submit();
            await device.Engines[0].ExpectEpoch(movie, 0);
            if (policy != "drain")
            {
                await device.Engines[1].ExpectEpoch(movie, 1);
                await movie.Ending(fresh);
            }

            device.Engines[0].Release();
            await movie.ExpectKeySwitch(epoch: 1);
            await movie.AllEnded();
        });
    });

    [Fact]
    public void What_is_no_message_is_refused_where_the_proof_would_not_see_it()
    {
        Assert.Throws<NotSupportedException>(() => Explore.Exhaustively().Run(world => world.Device().Engines[0].Hold()));
        var found = Assert.Throws<ExplorationException>(() => Explore.Exhaustively().Run(world =>
        {
            var device = world.Device();
            device.Session("movie", movie => device.Engines[0].ExpectEpoch(movie, 0));
        }));

        Assert.StartsWith("NotSupportedException: ExpectEpoch", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Crash_aborts_the_running_job_alone() => Explore.Schedules(200).Run(world =>
    {
        var device = world.Device(engines: 1);
        device.Engines[0].Hold();
        device.Session("movie", async movie =>
        {
            movie.Submit(2);
            device.Engines[0].Crash();
            device.Engines[0].Release();
            await movie.AllEnded();
            Assert.All(movie.Outcomes.Values, outcome => Assert.True(outcome.IsCompleted || outcome.Aborted == AbortReason.EngineFault));
        });
        world.Sometimes("a job is aborted", () => device.Events.OfType<JobAborted>().Any());
        world.Sometimes("none is", () => device.Events.OfType<JobCompleted>().Count() == 2);
    });

    [Fact]
    public void Hang_ends_by_the_watchdog() => Explore.Schedules(200).Run(world =>
    {
        var device = world.Device("marker", engines: 1);
        device.Session("movie", async movie =>
        {
            device.Engines[0].Hang();
            movie.Submit();
            await movie.Refresh();
            movie.Submit();
            await movie.AllEnded();
            await movie.ExpectKeySwitch(epoch: 1);
        });
        device.Sometimes("BarrierMetHungEngine");
        world.Sometimes("a job is aborted by the watchdog", () =>
            device.Events.OfType<JobAborted>().Any(aborted => aborted.Reason == AbortReason.EngineHung));
    });

    [Fact]
    public void Lost_key_ends_every_job_and_the_barrier() => Explore.Schedules(200).Run(world =>
    {
        var device = world.Device("drain");
        device.Session("movie", async movie =>
        {
            movie.Submit(2);
            await movie.Refresh();
            movie.Submit();
            device.LoseKey(movie);
            await movie.AllEnded();
            await movie.ExpectKeySwitch(epoch: 1);
        });
        device.Sometimes("LostWhilePending");
    });

    [Fact]
    public void Refused_job_is_an_outcome_and_no_ending() => Explore.Schedules(50).Run(world =>
    {
        var device = world.Device(engines: 1);
        device.Engines[0].Hold();
        device.Session(
            "movie",
            async movie =>
            {
                movie.Submit();
                var refused = await movie.Ending(movie.Submit());
                Assert.Equal(JobRefusal.DeviceBusy, refused.Refused);
                device.Engines[0].Release();
                await movie.AllEnded();
            },
            new SessionLimits(Jobs: 1, PendingRefreshes: 1));
    });

    [Fact]
    public void Epoch_that_an_engine_never_uses_is_waited_for_in_vain()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Once().Run(world =>
        {
            var device = world.Device(engines: 1);
            device.Session("movie", async movie =>
            {
                await movie.Refresh();
                await movie.Ending(movie.Submit());
                await device.Engines[0].ExpectEpoch(movie, 1);
                await device.Engines[0].ExpectEpoch(movie, 0);
            });
        }));

        Assert.Equal((World.Deadlock, "movie waits for epoch 0 at engine 0"), (found.Property, found.Detail));
    }

    [Fact]
    public void Session_for_which_there_is_no_room_is_refused_at_once()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Explore.Once().Run(world =>
            world.Device().Session("movie", _ => Task.CompletedTask, new SessionLimits(Jobs: 257, PendingRefreshes: 1))));

        Assert.StartsWith("The device refuses a session to movie: SessionRefused", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_test_runs_its_body_once_and_in_virtual_time()
    {
        var runs = 0;
        Explore.Once().Run(world =>
        {
            runs++;
            world.Device(engines: 1).Session("movie", async movie =>
            {
                movie.Submit(3);
                await movie.AllEnded();
                Assert.Equal(TimeSpan.FromMilliseconds(3), world.Now);
            });
        });

        Assert.Equal(1, runs);
    }

    [Fact]
    public void No_key_stands_in_what_people_read()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Once().Run(world =>
        {
            var device = world.Device("marker");
            device.Session("movie", async movie =>
            {
                movie.Submit();
                await movie.Refresh();
                movie.Submit();
                await movie.AllEnded();
            });
            world.Eventually("never", () => false);
        }));

        Assert.DoesNotMatch("[0-9A-Fa-f]{16}", found.Message);
        Assert.DoesNotMatch("[0-9A-Fa-f]{16}", File.ReadAllText(found.File!));
    }

    [Fact]
    public void Property_that_does_not_judge_cannot_be_reached() =>
        Assert.Throws<ArgumentException>(() => Explore.Once().Run(world => world.Device(off: ["DrainOrder"]).Sometimes("DrainOrder")));
}
