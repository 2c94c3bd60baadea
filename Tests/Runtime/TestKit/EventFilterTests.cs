using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Sdk;

namespace Sim.Tests.Runtime.TestKit;

public sealed class EventFilterTests() : Akka.TestKit.Xunit2.TestKit("akka.loglevel = DEBUG\nakka.test.filter-leeway = 2s")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task Events_of_a_level_are_counted_by_text()
    {
        EventFilter.Error("exactly").ExpectOne(() => Log.Error("exactly"));
        EventFilter.Warning(start: "be").ExpectOne(() => Log.Warning("begin"));
        EventFilter.Info(contains: "mid").ExpectOne(() => Log.Info("amidst"));
        EventFilter.Debug(new Regex("^d.g$")).ExpectOne(() => Log.Debug("dug"));
        EventFilter.ForLogLevel(LogLevel.InfoLevel).Expect(2, () =>
        {
            Log.Info("1");
            Log.Warning("not this");
            Log.Info("2");
        });
        Assert.Equal(7, EventFilter.Info("x").ExpectOne(() =>
        {
            Log.Info("x");
            return 7;
        }));
        await EventFilter.Info("later").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Log.Info("later");
        });
        await EventFilter.Custom<Warning>(w => $"{w.Message}" == "w").ExpectAsync(1, TimeSpan.FromSeconds(5), () => Log.Warning("w"));
    }

    [Fact]
    public void Too_few_and_too_many_events_fail_with_the_filter_and_what_came()
    {
        var error = Assert.ThrowsAny<XunitException>(
            () => EventFilter.Error(contains: "boom").Expect(2, TimeSpan.FromSeconds(1), () => Log.Error("boom 1")));
        Assert.Contains("expected 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("contains \"boom\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("boom 1", error.Message, StringComparison.Ordinal);

        // The wait ends with the first event, so that a long limit costs nothing.
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info("x").Expect(0, TimeSpan.FromSeconds(20), () => Log.Info("x")));
        EventFilter.Info("x").Expect(0, Short, () => Log.Info("y"));
    }

    [Fact]
    public void Exceptions_are_found_by_type_and_text()
    {
        var echo = ActorOf<EchoActor>();

        EventFilter.Exception<InvalidOperationException>(contains: "broken").ExpectOne(
            () => echo.Tell(new InvalidOperationException("it is broken")));
        EventFilter.Exception(typeof(FormatException), checkInnerExceptions: true).ExpectOne(
            () => echo.Tell(new InvalidOperationException("outer", new FormatException("inner"))));
        EventFilter.Exception<FormatException>().Expect(0, Short, () => echo.Tell(new InvalidOperationException("other")));
    }

    [Fact]
    public async Task Dead_letters_are_found_by_type_and_condition()
    {
        var echo = ActorOf<EchoActor>();
        Assert.True(await echo.GracefulStop(TimeSpan.FromSeconds(3)));

        EventFilter.DeadLetter().ExpectOne(() => echo.Tell("x"));
        EventFilter.DeadLetter<string>(s => s == "y", $"{echo.Path}").ExpectOne(() =>
        {
            echo.Tell(1);
            echo.Tell("y");
        });
    }

    [Fact]
    public void And_joins_filters()
    {
        EventFilter.Info("a").And.Warning("b").Expect(2, () =>
        {
            Log.Info("a");
            Log.Warning("b");
        });
    }

    [Fact]
    public void Mute_hides_events_until_it_is_ended()
    {
        using (EventFilter.Error(contains: "hidden").Mute()) Log.Error("hidden 1");
        EventFilter.Error(contains: "hidden").Mute(() => Log.Error("hidden 2"));
        EventFilter.Info(contains: "hidden").ExpectOne(() => Log.Info("hidden 3"));
    }

    [Fact]
    public void A_system_without_the_listener_is_named()
    {
        using var other = ActorSystem.Create("other", "akka.loggers = []\nakka.test.default-timeout = 10ms");
        var kit = new Akka.TestKit.TestProbe(other, Assertions);

        var error = Assert.Throws<InvalidOperationException>(() => kit.EventFilter.Info().ExpectOne(() => { }));

        Assert.Contains("[other]", error.Message, StringComparison.Ordinal);
    }
}
