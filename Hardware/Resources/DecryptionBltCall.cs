using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Resources;

/// <summary>
/// What DecryptionBlt wants of its surfaces and sizes. What is fine goes to the session machine, which latches the key
/// and says about the IV.
/// </summary>
public static class DecryptionBltCall
{
    /// <summary>Judges a call.</summary>
    /// <param name="request">What the caller gives.</param>
    /// <param name="device">The device.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    /// <param name="generation">Direct3D 9 gets an answer, and takes only system memory as source.</param>
    public static CallVerdict DecryptionBlt(
        in DecryptionBltRequest request,
        DeviceProfile device,
        CallVerdict gate,
        DdiChoices choices,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        if (!gate.Runs)
            return gate;
        if (BrokenRule(request, device, choices, generation) is not { } rule)
            return CallVerdict.GoesOn;
        return CallVerdict.Refused(rule, (generation, rule) switch
        {
            (DdiGeneration.D3D11, _) => DdiStatus.Ok,
            (_, SurfaceRule.MissingCapability) => DdiStatus.NotAvailable,
            _ => DdiStatus.InvalidCall,
        });
    }

    private static SurfaceRule? BrokenRule(
        in DecryptionBltRequest request, DeviceProfile device, DdiChoices choices, DdiGeneration generation)
    {
        var (source, destination) = (request.Source, request.Destination);
        if (!destination.IsProtected
            || source.IsProtected
            || source.IsMultisampled
            || destination.IsMultisampled
            || (generation == DdiGeneration.D3D9 && source.Usage != ResourceUsage.Staging))
            return SurfaceRule.SurfaceKind;
        // The whole of it, without stretching or another format.
        if ((source.Width, source.Height, source.BytesPerPixel)
            != (destination.Width, destination.Height, destination.BytesPerPixel))
            return SurfaceRule.SurfaceKind;
        var block = device.BlockAlignmentSize;
        if (request.SourceSize < destination.Size(block) || request.SourceSize % block != 0)
            return SurfaceRule.Size;
        if ((request.ContentKeySize != 0 && !device.Has(DdiContentProtectionCaps.ContentKey))
            || (request.BlockInfo is not null && !device.Has(DdiContentProtectionCaps.PartialDecryption)))
            return SurfaceRule.MissingCapability;
        if (request.ContentKeySize is not (0 or WrappedContentKey.Size) || request.IvSize != AesCtrIv.Size)
            return SurfaceRule.Size;
        return request.BlockInfo is not { } info
            || RunAlignment.IsAligned(EncryptedRanges.Pattern(info), (int)block, block, choices)
            ? null
            : SurfaceRule.BlockAlignment;
    }
}
