using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Puts what it receives into the queue of a test kit, after the pilot and the filter of ignored messages.</summary>
internal sealed class InternalTestActor(TestActorMind mind) : ActorBase
{
    protected override SupervisorStrategy SupervisorStrategy() => mind.Supervision;

    protected override bool Receive(object message)
    {
        if (message is TestActorCommand command) command.Run(Context);
        else mind.Receive(message, Sender);
        return true;
    }
}

/// <summary>Something that a test wants its test actor to do in the actor's own context.</summary>
internal sealed class TestActorCommand(Func<IActorContext, IActorRef> action) : INoSerializationVerificationNeeded
{
    private readonly TaskCompletionSource<IActorRef> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IActorRef> Done => _done.Task;

    public void Run(IActorContext context)
    {
        try
        {
            _done.SetResult(action(context));
        }
        catch (Exception e)
        {
            _done.SetException(e); // thrown again where the test asked for it
        }
    }
}
