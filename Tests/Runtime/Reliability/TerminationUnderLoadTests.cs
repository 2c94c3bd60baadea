using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Sim.Benchmarks.Soak;
using Xunit;

namespace Sim.Tests.Runtime.Reliability;

/// <summary>Senders outside keep on sending while a system ends.</summary>
public sealed class TerminationUnderLoadTests
{
    private const int Senders = 4;
    private const int MessagesOfASender = 20_000;
    private const int AfterTheEnd = 100;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("")]
    [InlineData("akka.actor.default-mailbox { mailbox-type = \"Akka.Dispatch.BoundedMailbox\", mailbox-capacity = 10, mailbox-push-timeout-time = 0s }")]
    public async Task Each_message_is_handled_or_becomes_a_dead_letter_while_the_system_ends(string mailbox)
    {
        var system = ActorSystem.Create("ending", ConfigurationFactory.ParseString("akka.loglevel = OFF\n" + mailbox));
        var ledger = new Ledger(system.Name, Senders * MessagesOfASender);
        system.EventStream.Subscribe(ledger, typeof(DeadLetter));
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actors = Enumerable.Range(0, 3).Select(_ => system.ActorOf(Scripted.Of((message, _) =>
        {
            ledger.Handle(((Numbered)message).Number);
            first.TrySetResult();
        }))).ToList();

        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < MessagesOfASender; i++)
            {
                if (i == MessagesOfASender / 4) await first.Task;
                if (i == MessagesOfASender - AfterTheEnd) await system.WhenTerminated;
                actors[i % actors.Count].Tell(new Numbered((sender * MessagesOfASender) + i));
            }
        })).ToList();
        await first.Task.WaitAsync(Wait);
        await system.Terminate().WaitAsync(Wait);
        await Task.WhenAll(senders).WaitAsync(Wait);

        Assert.Equal([], ledger.Unsettled);
        Assert.Equal(Senders * MessagesOfASender, ledger.Handled + ledger.Dead);
        Assert.True(ledger.Handled > 0);
        Assert.True(ledger.Dead >= Senders * AfterTheEnd);
    }

    [Fact]
    public async Task Requests_that_wait_while_the_system_ends_all_complete()
    {
        var system = ActorSystem.Create("asked", ConfigurationFactory.ParseString("akka.loglevel = OFF"));
        var echo = system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell(message)));
        var requests = Enumerable.Range(0, 2_000).Select(number => echo.Ask<int>(number, TimeSpan.FromHours(1))).ToList();
        var end = system.Terminate();
        requests.AddRange(Enumerable.Range(2_000, 2_000).Select(number => echo.Ask<int>(number, TimeSpan.FromHours(1))));
        await end.WaitAsync(Wait);
        await Task.WhenAll(requests.Select(request => request.ContinueWith(_ => { }, TaskScheduler.Default))).WaitAsync(Wait);
        Assert.All(requests.Where(request => !request.IsCompletedSuccessfully), request =>
            Assert.IsType<AskTimeoutException>(request.Exception?.InnerException));
        Assert.All(requests.Index().Where(request => request.Item.IsCompletedSuccessfully), request =>
            Assert.Equal(request.Index, request.Item.Result));
    }

    private sealed record Numbered(int Number) : INumbered;
}
