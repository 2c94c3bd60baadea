using Akka.Actor;

namespace Sim.Testing.Clients;

internal sealed class ClientActor(Client client) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Begin:
                client.Run();
                break;
            case Sending sending:
                client.Send(sending);
                break;
            default:
                client.Take(message, Sender);
                break;
        }
    }

    internal sealed record Begin
    {
        public static Begin Instance { get; } = new();
    }
}
