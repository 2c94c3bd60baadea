using Akka.Event;
using Akka.Serialization;

namespace Akka.Actor;

/// <content>For tests: what would happen to messages and arguments on the way to another process.</content>
public partial class ActorCell
{
    private object? Verified(object message)
    {
        try
        {
            return Verification.RoundTrip(_system.Serialization, message);
        }
        catch (Exception e)
        {
            // The sender has handed the message over and goes on, as with any message that does not arrive.
            _system.EventStream.Publish(new Error(
                e, Path.ToString(), Props.Type, $"A message of type [{message.GetType()}] is not delivered: it could not be serialized and read again."));
            return null;
        }
    }

    private void Verify(Props props, string? name)
    {
        try
        {
            foreach (var argument in props.Arguments)
            {
                if (argument is not null) Verification.RoundTrip(_system.Serialization, argument);
            }
        }
        catch (Exception e)
        {
            throw new ArgumentException(
                $"The actor [{Path}/{name ?? "$"}] is not created: the arguments of [{props.Type}] could not be serialized and read again.",
                nameof(props), e);
        }
    }
}
