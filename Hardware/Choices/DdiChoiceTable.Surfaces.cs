using Sim.Hardware.Crypto;
using Sim.Hardware.Loss;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;

namespace Sim.Hardware.Choices;

// Protected surfaces and what is read back of them.
public static partial class DdiChoiceTable
{
    private static IEnumerable<DdiChoice> Surfaces() =>
    [
        new(49, "the CPU reads a protected surface",
            "no creation with CPU access; a copy out yields zeros or is refused")
        {
            State = ChoiceState.Fixed,
            Where = typeof(SurfaceAccess),
            Member = nameof(SurfaceAccess.Copy),
            Document = DdiDocuments.Api + "ne-d3d11-d3d11_resource_misc_flag.md",
        },
        new(50, "who chooses the IV of EncryptionBlt",
            "the driver, at the call: it grows per key, and the count begins with 0")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ReadBackMachine),
            Member = nameof(ReadBackMachine.EncryptionBlt),
            Document = DdiDocuments.Function("encryptionblt"),
        },
        new(51, "EncryptionBlt before GetEncryptionBltKey", "skipped and logged, where a read-back key is wanted")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ReadBackMachine),
            Member = nameof(ReadBackMachine.EncryptionBlt),
            Document = DdiDocuments.Function("getencryptionbltkey"),
        },
        new(52, "ProtectedMemorySize is used up", "E_OUTOFMEMORY; under hardware protection its own code")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ResourceCreation),
            Member = nameof(ResourceCreation.Check),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_video_content_protection_caps.md",
        },
        new(53, "the errors that void functions may tell", "lack of memory; anything else removes the device")
        {
            State = ChoiceState.Fixed,
            Where = typeof(DriverError),
            Member = nameof(DriverError.RemovalReason),
            Document = DdiDocuments.DriverGuide + "handling-errors.md",
        },
        new(54, "the pitch of a protected surface",
            "the row's pixels rounded up to the device's block, for source and destination")
        {
            State = ChoiceState.Fixed,
            Where = typeof(ProtectedPitch),
            Member = nameof(ProtectedPitch.Of),
            Document = DdiDocuments.Function("decryptionblt"),
        },
        new(55, "the random numbers of a refresh",
            "16 bytes from the run's seed; they protect nothing but a simulation")
        {
            State = ChoiceState.Fixed,
            Where = typeof(NonceSource),
            Member = nameof(NonceSource.Next),
            Document = DdiDocuments.Function("startsessionkeyrefresh"),
        },
    ];
}
