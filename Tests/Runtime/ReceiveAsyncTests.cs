using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class ReceiveAsyncTests : ActorTest
{
    private sealed record Work(Task Until, bool Fail = false);

    private sealed class Worker : ReceiveActor
    {
        private int _running;

        public Worker(IActorRef log)
        {
            ReceiveAsync<Work>(async work =>
            {
                var sender = Sender;
                log.Tell($"begin {++_running}");
                await work.Until;
                await Task.Yield();
                if (work.Fail) throw new InvalidOperationException("broken");
                log.Tell($"end {_running--} {Sender.Equals(sender)} {Context.Self.Equals(Self)}");
            });
            Receive<string>(text => log.Tell(text));
        }

        protected override void PostRestart(Exception reason)
        {
            Self.Tell("restarted " + reason.Message);
            base.PostRestart(reason);
        }
    }

    [Fact]
    public async Task No_other_message_is_handled_until_the_task_is_done_and_the_context_stays()
    {
        var log = NewProbe();
        var until = new TaskCompletionSource();
        var worker = Sys.ActorOf(Props.Create(() => new Worker(log.Ref)));
        worker.Tell(new Work(until.Task), log.Ref);
        worker.Tell(new Work(Task.CompletedTask), log.Ref);
        worker.Tell("after");
        await log.Expect("begin 1");
        await log.ExpectNothingMore();
        until.SetResult();
        await log.Expect("end 1 True True", "begin 1", "end 1 True True", "after");
    }

    [Fact]
    public async Task A_failure_after_an_await_is_supervised_like_any_other()
    {
        var log = NewProbe();
        var until = new TaskCompletionSource();
        var worker = Sys.ActorOf(Props.Create(() => new Worker(log.Ref)));
        worker.Tell(new Work(until.Task, Fail: true));
        worker.Tell("after");
        await log.Expect("begin 1");
        until.SetResult();
        await log.Expect("after", "restarted broken");
    }

    [Fact]
    public async Task An_actor_that_is_stopped_while_it_waits_ends()
    {
        var log = NewProbe();
        var until = new TaskCompletionSource();
        var worker = Sys.ActorOf(Props.Create(() => new Worker(log.Ref)));
        await log.Watch(worker);
        worker.Tell(new Work(until.Task));
        await log.Expect("begin 1");
        Sys.Stop(worker);
        await log.Next<Terminated>();
        until.SetResult();
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task Two_pieces_of_work_of_one_handler_both_end_before_the_next_message()
    {
        var log = NewProbe();
        var (one, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        var actor = Sys.ActorOf(Props.Create(() => new Doubled(one.Task, other.Task, log.Ref)));
        actor.Tell("go");
        actor.Tell("next");
        one.SetResult();
        await log.Expect("work");
        await log.ExpectNothingMore();
        await actor.Ask<ActorIdentity>(new Identify(1), TimeSpan.FromMilliseconds(50)).ContinueWith(
            static asked => Assert.IsType<AskTimeoutException>(asked.Exception?.InnerException), TaskScheduler.Default);
        other.SetResult();
        await log.Expect("work", "next");
    }

    private sealed class Doubled : ReceiveActor
    {
        public Doubled(Task one, Task other, IActorRef log)
        {
            Receive<string>(
                _ =>
                {
                    foreach (var until in new[] { one, other })
                    {
                        RunTask(async () =>
                        {
                            await until;
                            log.Tell("work");
                        });
                    }
                },
                text => text == "go");
            ReceiveAny(log.Tell);
        }
    }
}
