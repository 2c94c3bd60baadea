using Sim.Testing;
using Sim.Testing.ContentProtection;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Samples.ContentKeys;

/// <summary>
/// A client wraps its content key under the session key. After it has finished a refresh it must wrap it anew, whatever of its
/// earlier jobs is still running. The device cannot tell: a content key under the wrong session key opens to a wrong key, and the
/// clear bytes are garbage.
/// </summary>
public sealed class ContentKeyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Client_that_wraps_under_the_old_key_behind_a_finish_is_caught(string policy)
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(100).Run(world =>
            world.Device(policy).Session("player", async player =>
            {
                player.Submit(2);
                await player.Refresh();
                player.SubmitFor(epoch: 0);
                await player.AllEnded();
            })));
        output.WriteLine(found.Message);

        Assert.Equal("PlaintextMatches", found.Property);
        Assert.Equal("job 3: byte 0 of 64 is not what player encrypted", found.Detail);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Client_that_wraps_anew_at_once_is_right_under_every_policy(string policy) =>
        Explore.Schedules(1_000).Run(world =>
        {
            var device = world.Device(policy);
            device.Session("player", async player =>
            {
                player.Submit(2);
                await player.Refresh();
                player.Submit(2);
                await player.Refresh();
                player.Submit();
                await player.AllEnded();
                await player.Close();
            });
            if (policy != "drain")
                device.Sometimes("OldAndNewInFlight");
        });

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Two_jobs_before_a_refresh_and_two_behind_it_are_right_in_every_order(string policy)
    {
        var all = Explore.Exhaustively().Run(world => world.Device(policy).Session("player", async player =>
        {
            player.Submit(2);
            await player.Refresh();
            player.Submit(2);
            await player.AllEnded();
        }));
        output.WriteLine($"{policy}: {all}");

        Assert.True(all.IsExhausted);
    }

    [Fact]
    public void New_key_is_used_beside_the_old_one_while_an_engine_is_held() => Explore.Schedules(500).Run(world =>
    {
        var device = world.Device("slots", engines: 2);
        device.Engines[0].Hold();
        device.Session("player", async player =>
        {
            var old = player.Submit();
            await player.Refresh();
            var fresh = player.Submit();
            await device.Engines[0].ExpectEpoch(player, 0);
            await device.Engines[1].ExpectEpoch(player, 1);
            await player.Ending(fresh);
            Assert.DoesNotContain(old, player.Outcomes.Keys);

            device.Engines[0].Release();
            await player.AllEnded();
            await player.ExpectKeySwitch(epoch: 1);
        });
    });
}
