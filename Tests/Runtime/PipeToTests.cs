using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class PipeToTests : ActorTest
{
    [Fact]
    public async Task A_result_is_sent_as_it_is_or_as_the_function_makes_it()
    {
        var probe = NewProbe();
        await Task.FromResult(7).PipeTo(probe.Ref);
        await ValueTask.FromResult(7).PipeTo(probe.Ref, success: value => value + 1);
        await Task.CompletedTask.PipeTo(probe.Ref, success: () => "done");
        await probe.Expect(7, 8, "done");
    }

    [Fact]
    public async Task A_failure_is_sent_as_Status_Failure_or_as_the_function_makes_it()
    {
        var probe = NewProbe();
        var cause = new InvalidOperationException("broken");
        await Task.FromException<int>(cause).PipeTo(probe.Ref);
        Assert.Same(cause, (await probe.Next<Status.Failure>()).Cause);
        await Task.FromException(cause).PipeTo(probe.Ref, failure: e => e.Message);
        await probe.Expect("broken");
    }

    [Fact]
    public async Task The_sender_is_the_actor_that_piped()
    {
        var probe = NewProbe();
        var source = new TaskCompletionSource<string>();
        var actor = Start((_, self) =>
        {
            source.Task.PipeTo(probe.Ref);
            self.Sender.Tell("piped", self.Self);
        });
        await actor.Ask<string>("go", Wait);
        source.SetResult("late");
        await probe.Expect("late");
        Assert.Equal(actor, probe.LastSender);
    }
}
