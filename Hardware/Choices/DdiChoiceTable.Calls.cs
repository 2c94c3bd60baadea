using Sim.Hardware.KeyExchange;
using Sim.Hardware.Nodes;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Choices;

// Calls that should not have been made, and where work runs.
public static partial class DdiChoiceTable
{
    private static IEnumerable<DdiChoice> Calls() =>
    [
        new(32, "a session or channel of another device", "E_INVALIDARG; void calls are skipped and logged")
        {
            State = ChoiceState.Fixed,
            Where = typeof(SessionCallGate),
            Member = nameof(SessionCallGate.Check),
            Document = DdiDocuments.ContentProtection,
        },
        new(33, "use of a session without a key", "E_INVALIDARG; void calls are skipped")
        {
            State = ChoiceState.Fixed,
            Where = typeof(SessionCallGate),
            Member = nameof(SessionCallGate.Check),
            Document = DdiDocuments.ContentProtection,
        },
        new(34, "a capability that lacks",
            "E_INVALIDARG, NOTAVAILABLE in Direct3D 9; void calls are skipped and logged")
        {
            State = ChoiceState.Fixed,
            Where = typeof(SessionCallGate),
            Member = nameof(SessionCallGate.Check),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_video_content_protection_caps.md",
        },
        new(35, "a content key or a pattern without its capability", "refused like any capability that lacks")
        {
            State = ChoiceState.Fixed,
            Where = typeof(DecryptionBltCall),
            Member = nameof(DecryptionBltCall.DecryptionBlt),
            Document = DdiDocuments.Function("decryptionblt"),
        },
        new(36, "a forbidden call on a session for hardware protection", "refused, the driver does not see it")
        {
            State = ChoiceState.Fixed,
            Where = typeof(SessionCallGate),
            Member = nameof(SessionCallGate.IsForbiddenWithHwProtection),
            Document = DdiDocuments.Api + "nf-d3d11-id3d11videodevice-createcryptosession.md",
        },
        new(37, "GetCertificate with another size", "shorter: E_INVALIDARG, nothing written; longer: the tail stays")
        {
            State = ChoiceState.Fixed,
            Where = typeof(CertificateQueries),
            Member = nameof(CertificateQueries.GetCertificate),
            Document = DdiDocuments.Function("getcertificate"),
        },
        new(38, "how a certificate chain is packed", "DER, the leaf first and its issuer behind it; a test root")
        {
            State = ChoiceState.Fixed,
            Where = typeof(DeviceCertificate),
            Member = nameof(DeviceCertificate.Chain),
            Document = DdiDocuments.Function("getcertificate"),
        },
        new(39, "the code for an unknown crypto type",
            "UNSUPPORTEDCRYPTO, for the D3DERR_INVALID_CRYPTO that is nowhere defined")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ContentProtectionQueries),
            Member = nameof(ContentProtectionQueries.GetContentProtectionCaps),
            Document = DdiDocuments.Function("getcontentprotectioncaps"),
        },
        new(40, "the node that blits run on", "the queue of the immediate context's other work")
        {
            Alternatives = ["a node of their own, for encryption or copies, where the adapter has one; fences keep the order"],
            Setting = nameof(DdiChoices.BlitNode),
            State = ChoiceState.Switched,
            Where = typeof(AdapterNodes),
            Member = nameof(AdapterNodes.Of),
            Document = DdiDocuments.DriverGuide + "enumerating-gpu-nodes.md",
        },
        new(41, "a reader behind decoding on another node", "a fence before the reader")
        {
            Alternatives = ["nothing: it may read what is not written yet"],
            Setting = nameof(DdiChoices.ReaderFence),
            State = ChoiceState.Switched,
            Where = typeof(ReadAfterWrite),
            Member = nameof(ReadAfterWrite.WaitBefore),
            Document = DdiDocuments.DriverGuide + "synchronizing-video-decode-operations.md",
        },
    ];
}
