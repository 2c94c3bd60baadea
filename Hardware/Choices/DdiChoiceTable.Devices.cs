using Sim.Hardware.Channels;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Choices;

// Sessions and devices that go.
public static partial class DdiChoiceTable
{
    private static IEnumerable<DdiChoice> Devices() =>
    [
        new(42, "a session destroyed with work in flight", "its key is wiped after the last work that latched it")
        {
            Alternatives = ["its key is wiped at once"],
            Setting = nameof(DdiChoices.DestroyInFlight),
            State = ChoiceState.Switched,
            Where = typeof(SessionKeys),
            Member = nameof(SessionKeys.WipeAll),
            Document = DdiDocuments.Function("destroycryptosession"),
        },
        new(43, "a session destroyed that a decoder is bound to", "the decoder becomes unbound")
        {
            Alternatives = ["the decoder keeps its key until it is bound anew"],
            Setting = nameof(DdiChoices.DestroyBoundSession),
            State = ChoiceState.Switched,
            Where = typeof(ProtectedDevice),
            Member = nameof(ProtectedDevice.WithoutSession),
            Document = DdiDocuments.Function("destroycryptosession"),
        },
        new(44, "a reset under a device that has sessions",
            "all its objects are dead; another's engine reset leaves it alive")
        {
            Alternatives = ["only the aborted work is lost"],
            Setting = nameof(DdiChoices.ResetOfOwnDevice),
            State = ChoiceState.Switched,
            Where = typeof(DeviceReset),
            Member = nameof(DeviceReset.Of),
            Document = DdiDocuments.DriverGuide + "tdr-changes-in-windows-8.md",
        },
        new(45, "the destination of aborted work", "a poison pattern, never plaintext")
        {
            Alternatives = ["zeros", "what the engine left"],
            Setting = nameof(DdiChoices.AbortedDestination),
            State = ChoiceState.Switched,
            Where = typeof(AbortedSurface),
            Member = nameof(AbortedSurface.Settle),
            Document = DdiDocuments.DriverGuide + "timeout-detection-and-recovery.md",
        },
        new(46, "calls after removal", "DXGI_ERROR_DEVICE_REMOVED; void calls do nothing; Start zeroes its output")
        {
            Alternatives = ["D3DDDIERR_DEVICEREMOVED"],
            Setting = nameof(DdiChoices.RemovedStatus),
            State = ChoiceState.Switched,
            Where = typeof(SessionCallGate),
            Member = nameof(SessionCallGate.StatusAfterRemoval),
            Document = DdiDocuments.Function("createcryptosession"),
        },
        new(47, "recovery after a teardown",
            "never; sessions of all devices on the adapter are lost, then the event comes")
        {
            Alternatives = ["a new negotiation makes a session work again"],
            Setting = nameof(DdiChoices.TeardownRecovery),
            State = ChoiceState.Switched,
            Where = typeof(RsaKeyExchange),
            Member = nameof(RsaKeyExchange.NegotiateCryptoSessionKeyExchange),
            Document = DdiDocuments.Api1 + "nf-d3d11_1-id3d11videocontext1-checkcryptosessionstatus.md",
        },
        new(48, "suspend and resume of software sessions", "they keep their keys")
        {
            Alternatives = ["they lose them"],
            Setting = nameof(DdiChoices.SoftwareKeysAcrossSuspend),
            State = ChoiceState.Switched,
            Where = typeof(SessionLoss),
            Member = nameof(SessionLoss.Suspend),
            Document = DdiDocuments.Api1 + "ne-d3d11_1-d3d11_crypto_session_status.md",
        },
    ];
}
