using Akka.Actor;
using Sim.Hardware.KeyExchange;

namespace Sim.Actors.Surface;

// A packet that is with the hardware's side of the DRM; told to the device when the answer is there. The room is what the
// head of the output said when the packet was taken: the memory is the caller's, who may have written into it since.
internal sealed record Exchange(
    VideoDevice.Call Call,
    OpenSession Session,
    DrmAnswer Answer,
    HwProtectionOutput Room,
    Memory<byte> Output,
    IActorRef Caller) : INoSerializationVerificationNeeded;
