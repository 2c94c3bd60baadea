using Akka.Actor;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

/// <summary>Asynchronous code goes on in steps, on the driver's thread.</summary>
public sealed class ControlledAsyncTests
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    [Fact]
    public void An_ask_is_answered_within_the_step_that_delivers_the_reply()
    {
        var driver = new SeededDriver();
        var echo = driver.Start((message, self) => self.Sender.Tell(message));
        var reply = echo.Ask<string>("x");
        driver.Step(driver.InboxOf(echo));
        driver.Step(driver.InboxOf(echo));
        Assert.False(reply.IsCompleted);

        var inbox = driver.World.Ready[0];
        Assert.Equal((InboxKind.Reference, "x"), (inbox.Kind, inbox.Next.Message));
        Assert.StartsWith("/temp/", inbox.Path, StringComparison.Ordinal);
        driver.Step(inbox);
        Assert.True(reply.IsCompletedSuccessfully);
        Assert.Equal(0, driver.World.Ready.Length);
    }

    [Fact]
    public void A_second_reply_is_a_dead_letter()
    {
        var driver = new SeededDriver();
        var letters = new List<object>();
        driver.System.EventStream.Subscribe(driver.Start((message, _) => letters.Add(message)), typeof(Akka.Event.DeadLetter));
        var twice = driver.Start((message, self) =>
        {
            self.Sender.Tell(1);
            self.Sender.Tell(2);
        });
        var reply = twice.Ask<int>("x");
        driver.Settle();

        Assert.Equal(1, SeededDriver.ResultOf(reply));
        Assert.Equal(2, Assert.IsType<Akka.Event.DeadLetter>(Assert.Single(letters)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_ask_that_is_piped_comes_back_as_a_message(bool usesContext)
    {
        var driver = new SeededDriver();
        var echo = driver.Start((message, self) => self.Sender.Tell($"echo {message}"), "echo");
        var seen = new List<object>();
        var asker = driver.Start((message, self) =>
        {
            if (message is int) echo.Ask<string>(message).PipeTo(self.Self, usesContext);
            else seen.Add(message);
        });
        for (var i = 0; i < 3; i++) asker.Tell(i);
        driver.Settle();

        Assert.Equal(["echo 0", "echo 1", "echo 2"], seen.Order());
        Assert.False(driver.World.HasIntrusions);
    }

    [Fact]
    public void Every_order_of_piped_replies_is_reached()
    {
        var orders = new HashSet<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var driver = new SeededDriver(seed);
            var order = "";
            IActorRef[] echoes = [.. Enumerable.Range(0, 3).Select(_ => driver.Start((message, self) => self.Sender.Tell($"{message}")))];
            driver.Start((message, self) =>
            {
                if (message is string text) order += text;
                else for (var i = 0; i < 3; i++) echoes[i].Ask<string>(i).PipeTo(self.Self);
            }).Tell(0);
            driver.Settle();
            orders.Add(order);
        }

        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public void An_asynchronous_handler_awaits_asks_and_yields_in_steps()
    {
        var driver = new SeededDriver();
        var echo = driver.Start((message, self) => self.Sender.Tell(message), "echo");
        var seen = new List<string>();
        var actor = driver.System.ActorOf(Props.Create(() => new Asynchronous(echo, seen)), "async");
        actor.Tell(1);
        actor.Tell(2);
        driver.Settle();

        var thread = Environment.CurrentManagedThreadId;
        Assert.Equal(
            [$"begin 1 {thread}", $"asked 1 {thread}", $"yielded 1 {thread}", $"begin 2 {thread}", $"asked 2 {thread}", $"yielded 2 {thread}"],
            seen);
        Assert.All(driver.World.Actors.ToArray(), inbox => Assert.False(inbox.IsAwaiting));
    }

    [Fact]
    public void A_continuation_of_a_handler_is_a_delivery_to_its_actor()
    {
        var driver = new SeededDriver();
        var silent = driver.Start((_, _) => { });
        var actor = driver.System.ActorOf(Props.Create(() => new Asynchronous(silent, new List<string>())), "async");
        actor.Tell(1);
        driver.Settle();
        Assert.Equal(actor, Assert.Single(driver.World.Actors.ToArray(), inbox => inbox.IsAwaiting).Owner);
        Assert.Equal(0, driver.World.Ready.Length);

        var yielding = driver.System.ActorOf(Props.Create(() => new Yielding()), "yielding");
        yielding.Tell("x");
        driver.Step(driver.InboxOf(yielding));
        driver.Step(driver.InboxOf(yielding));
        Assert.Equal(DeliveryKind.Continuation, driver.InboxOf(yielding).Next.Kind);
    }

    [Fact]
    public void Asynchronous_code_of_a_synchronous_handler_goes_on_in_steps()
    {
        var driver = new SeededDriver();
        var echo = driver.Start((message, self) => self.Sender.Tell(message), "echo");
        var seen = new List<string>();
        async Task Work(object message, IActorRef self)
        {
            await Task.Yield();
            var reply = await echo.Ask<object>(message);
            await Task.WhenAll(echo.Ask<object>(1), echo.Ask<object>(2));
            seen.Add($"{reply} {Environment.CurrentManagedThreadId == _thread}");
            self.Tell("done");
        }

        driver.Start((message, self) =>
        {
            if (message is "done") seen.Add("done");
            else _ = Work(message, self.Self);
        }).Tell("x");
        driver.Settle();

        Assert.Equal(["x True", "done"], seen);
        Assert.False(driver.World.HasIntrusions);
    }

    [Fact]
    public void A_library_that_wants_no_context_goes_on_when_an_ask_is_answered()
    {
        var driver = new SeededDriver();
        var echo = driver.Start((message, self) => self.Sender.Tell(message), "echo");
        var seen = new List<object>();
        async Task<object> Library(object message)
        {
            var first = await echo.Ask<object>(message).ConfigureAwait(false);
            return await echo.Ask<object>($"{first}!").ConfigureAwait(false);
        }

        driver.Start((message, self) =>
        {
            if (message is int) Library(message).PipeTo(self.Self);
            else seen.Add(message);
        }).Tell(1);
        driver.Settle();

        Assert.Equal(["1!"], seen);
        Assert.False(driver.World.HasIntrusions);
    }

    [Fact]
    public void A_task_of_the_users_own_that_is_completed_by_an_actor_continues_in_steps()
    {
        var driver = new SeededDriver();
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new List<object>();
        driver.Start((message, self) =>
        {
            if (message is "wait") gate.Task.PipeTo(self.Self);
            else seen.Add(message);
        }).Tell("wait");
        driver.Start((_, _) => gate.TrySetResult("open")).Tell("go");
        driver.Settle();

        Assert.Equal(["open"], seen);
        Assert.False(driver.World.HasIntrusions);
    }

    [Fact]
    public void Work_for_a_dispatcher_is_a_step()
    {
        var driver = new SeededDriver();
        var ran = false;
        driver.System.Dispatchers.DefaultGlobalDispatcher.Schedule(() => ran = true);
        Assert.Equal(InboxKind.Task, driver.World.Ready[0].Kind);
        driver.Settle();

        Assert.True(ran);
    }

    [Fact]
    public void What_an_async_void_throws_comes_out_of_the_step()
    {
        var driver = new SeededDriver();
        async void Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("lost");
        }

        driver.Start((_, _) => Fail()).Tell("x");

        Assert.Equal("lost", Assert.Throws<InvalidOperationException>(driver.Settle).Message);
        Assert.Equal(0, driver.World.Ready.Length);
    }

    [Fact]
    public void Resolving_a_selection_is_a_matter_of_steps()
    {
        var driver = new SeededDriver();
        var actor = driver.Start((_, _) => { }, "found");
        var found = driver.System.ActorSelection("/user/found").ResolveOne(TimeSpan.FromSeconds(1));
        driver.Settle();

        Assert.Equal(actor, SeededDriver.ResultOf(found));
    }

    private sealed class Asynchronous : ReceiveActor
    {
        public Asynchronous(IActorRef echo, List<string> seen) => ReceiveAsync<int>(async n =>
        {
            seen.Add($"begin {n} {Environment.CurrentManagedThreadId}");
            await echo.Ask<int>(n);
            seen.Add($"asked {n} {Environment.CurrentManagedThreadId}");
            await Task.Yield();
            seen.Add($"yielded {n} {Environment.CurrentManagedThreadId}");
        });
    }

    private sealed class Yielding : ReceiveActor
    {
        public Yielding() => ReceiveAnyAsync(async _ => await Task.Yield());
    }
}
