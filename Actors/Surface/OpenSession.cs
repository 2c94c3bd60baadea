using Akka.Actor;
using Sim.Hardware.Crypto;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Keystream;
using Sim.Hardware.ReadBack;

namespace Sim.Actors.Surface;

// A crypto session as its device knows it: what the surface's rules want, and a copy of the key in force, which follows
// each negotiation and refresh that the session has accepted. Jobs never use that copy.
internal sealed class OpenSession(CryptoSessionState state, int number, IActorRef actor, IvLedger ledger)
{
    public const int MessagesOnly = -1;

    public CryptoSessionState State { get; set; } = state;

    // Its number on the adapter; one that carries messages only has none, and no actor.
    public int Number { get; } = number;

    public IActorRef Actor { get; } = actor;

    public SessionKey? Key { get; private set; }

    public int Epoch { get; private set; } = -1;

    public SessionKeyNonce? Pending { get; set; }

    public ReadBackState ReadBack { get; set; } = new();

    public IvLedger Ledger { get; set; } = ledger;

    public int OpenJobs { get; set; }

    // Nobody is there to close any more.
    public bool HasStopped { get; set; } = number == MessagesOnly;

    public BoundSession Bound => new(State.Handle, Epoch, State.Status);

    public void Begin(SessionKey key)
    {
        Key?.Zero();
        (Key, Pending) = (key, null);
        Epoch++;
    }

    public void Wipe()
    {
        Key?.Zero();
        ReadBack.Key?.Zero();
        (Key, Pending, ReadBack) = (null, null, new());
    }
}
