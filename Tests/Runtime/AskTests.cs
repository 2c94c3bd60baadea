using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class AskTests : ActorTest
{
    private IActorRef Echo() => Start((message, self) => self.Sender.Tell(message, self.Self));

    [Fact]
    public async Task The_reply_completes_the_task()
    {
        Assert.Equal("hello", await Echo().Ask("hello", Wait));
        Assert.Equal(7, await Echo().Ask<int>(7, CancellationToken.None));
    }

    [Fact]
    public async Task Status_Failure_faults_the_task_with_its_cause()
    {
        var cause = new InvalidOperationException("no");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Echo().Ask<int>(new Status.Failure(cause), Wait));
        Assert.Same(cause, failure);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Echo().Ask(new Status.Failure(cause), Wait));
    }

    [Fact]
    public async Task A_reply_of_another_type_faults_the_task() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Echo().Ask<int>("text", Wait));

    [Fact]
    public async Task No_reply_in_time_is_an_AskTimeoutException()
    {
        var silent = Start((_, _) => { });
        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask("?", TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task Asking_a_dead_actor_times_out()
    {
        var dead = Echo();
        await dead.GracefulStop(Wait);
        await Assert.ThrowsAsync<AskTimeoutException>(() => dead.Ask("?", TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task A_token_cancels_the_task()
    {
        var silent = Start((_, _) => { });
        using var source = new CancellationTokenSource();
        var answer = silent.Ask("?", source.Token);
        source.Cancel();
        await Assert.ThrowsAnyAsync<TaskCanceledException>(() => answer);
    }

    [Fact]
    public async Task A_message_can_carry_the_reference_for_the_reply()
    {
        var actor = Start((message, _) => ((IActorRef)message).Tell("here"));
        Assert.Equal("here", await actor.Ask<string>(replyTo => replyTo, Wait, CancellationToken.None));
    }

    [Fact]
    public async Task A_second_reply_becomes_a_dead_letter()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Akka.Event.DeadLetter));
        var actor = Start((message, self) =>
        {
            self.Sender.Tell("first", self.Self);
            self.Sender.Tell("second", self.Self);
        });
        Assert.Equal("first", await actor.Ask<string>("?", Wait));
        Assert.Equal("second", (await probe.Next<Akka.Event.DeadLetter>()).Message);
    }

    [Fact]
    public async Task The_default_timeout_is_configured()
    {
        var system = ActorSystem.Create("impatient", Akka.Configuration.ConfigurationFactory.ParseString(
            "akka.loglevel = OFF\nakka.actor.ask-timeout = 20ms"));
        var silent = system.ActorOf(Scripted.Of((_, _) => { }));
        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask("?"));
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task A_request_that_waits_when_the_system_ends_fails_at_once()
    {
        var system = ActorSystem.Create("ending", Akka.Configuration.ConfigurationFactory.ParseString("akka.loglevel = OFF"));
        var silent = system.ActorOf(Scripted.Of((_, _) => { }));
        var waiting = silent.Ask("?", TimeSpan.FromHours(1));
        await system.Terminate().WaitAsync(Wait);
        await Assert.ThrowsAsync<AskTimeoutException>(() => waiting.WaitAsync(Wait));
        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask("?", TimeSpan.FromHours(1)).WaitAsync(Wait));
    }

    [Fact]
    public async Task A_request_is_sent_even_if_its_timeout_has_passed_but_not_when_it_is_cancelled()
    {
        var probe = NewProbe();
        var ask = probe.Ref.Ask("late", TimeSpan.Zero);
        await probe.Expect("late");
        await Assert.ThrowsAsync<AskTimeoutException>(() => ask.WaitAsync(Wait));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => probe.Ref.Ask("cancelled", Wait, new CancellationToken(canceled: true)));
        await probe.ExpectNothingMore();
    }
}
