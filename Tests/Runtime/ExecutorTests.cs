using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class InPlaceExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    public override ExecutorService Produce(string id) => new InPlace(id);

    private sealed class InPlace(string id) : ExecutorService(id)
    {
        public override void Execute(IRunnable run) => run.Run();

        public override void Shutdown()
        {
        }
    }
}

/// <summary>A dispatcher plug-in gets what the key executor of its section names.</summary>
public sealed class ExecutorTests : ActorTest
{
    private ExecutorServiceConfigurator Configured(string section) =>
        new Plug(ConfigurationFactory.ParseString(section), Sys.Dispatchers.Prerequisites).Executor();

    [Fact]
    public async Task The_default_executor_runs_work_on_other_threads()
    {
        var executor = Configured("").Produce("id");
        Assert.Equal("id", executor.Id);
        var done = new TaskCompletionSource<bool>();
        executor.Execute(new ActionRunnable(() => done.SetResult(Thread.CurrentThread.IsThreadPoolThread)));
        Assert.True(await done.Task.WaitAsync(Wait));
    }

    [Fact]
    public void A_class_of_the_users_own_is_used()
    {
        var executor = Configured($"executor = \"{typeof(InPlaceExecutorConfigurator).FullName}, {typeof(InPlaceExecutorConfigurator).Assembly.GetName().Name}\"")
            .Produce("id");
        var here = 0;
        executor.Execute(new ActionRunnable(() => here = Environment.CurrentManagedThreadId));
        Assert.Equal(Environment.CurrentManagedThreadId, here);
    }

    [Fact]
    public void An_unknown_class_is_an_error() =>
        Assert.Contains("No.Such.Class", Assert.ThrowsAny<Exception>(() => Configured("executor = \"No.Such.Class, Nowhere\"")).Message);

    private sealed class Plug(Config config, IDispatcherPrerequisites prerequisites) : MessageDispatcherConfigurator(config, prerequisites)
    {
        public ExecutorServiceConfigurator Executor() => ConfigureExecutor();

        public override MessageDispatcher Dispatcher() => throw new NotSupportedException();
    }
}
