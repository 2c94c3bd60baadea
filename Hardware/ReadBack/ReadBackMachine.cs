using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Hardware.ReadBack;

/// <summary>
/// The rules of reading protected surfaces back as ciphertext: which key, which IV, which surfaces. It holds no state
/// of its own.
/// </summary>
/// <param name="device">What the device can do.</param>
/// <param name="choices">What is done where the documents are silent.</param>
public sealed class ReadBackMachine(DeviceProfile device, DdiChoices choices)
{
    // The first IV is random but not so large that those behind it would soon come to the end.
    private const ulong FirstIvMask = ulong.MaxValue >> 1;

    private bool HasOwnKey => device.Has(DdiContentProtectionCaps.EncryptedReadBackKey);

    /// <summary>GetEncryptionBltKey: a new key with every call, wrapped by the session key in force.</summary>
    /// <param name="state">What was before.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="sessionKey">The session key in force.</param>
    /// <param name="drawnKey16">16 random bytes that the driver drew for this call.</param>
    /// <param name="readBackKey">The caller's memory, as long as its KeySize says. Receives the wrapped key, or
    /// zeros.</param>
    /// <returns>E_INVALIDARG for another size than 16.</returns>
    public ReadBackStep GetEncryptionBltKey(
        ReadBackState state,
        CallVerdict gate,
        SessionKey sessionKey,
        ReadOnlySpan<byte> drawnKey16,
        Span<byte> readBackKey)
    {
        ArgumentNullException.ThrowIfNull(sessionKey);
        readBackKey.Clear();
        if (!gate.Runs)
            return new(state, gate);
        if (readBackKey.Length != SessionKey.Size)
            return new(state, CallVerdict.Refused(SurfaceRule.Size));
        sessionKey.WrapContentKey(drawnKey16, readBackKey);
        return new(new() { Key = new AesKey(drawnKey16) }, CallVerdict.GoesOn, Retired: state.Key);
    }

    /// <summary>The session key has changed, by a refresh or a new negotiation.</summary>
    public ReadBackStep SessionKeyChanged(ReadBackState state)
    {
        if (!HasOwnKey)
            return new(new(), CallVerdict.GoesOn);
        return choices.ReadBackKeyAcrossRefresh == ReadBackKeyAcrossRefresh.Keep
            ? new(state, CallVerdict.GoesOn)
            : new(new(), CallVerdict.GoesOn, Retired: state.Key);
    }

    /// <summary>EncryptionBlt: encrypts a protected surface into one for the CPU.</summary>
    /// <param name="state">What was before.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="request">The surfaces.</param>
    /// <param name="sessionKeyIv">Where the keystream of the session key stands. Matters when the session key serves:
    /// the driver's IVs must not meet the client's.</param>
    /// <param name="iv">The caller's memory, as long as its IVSize says. Receives the IV at once, if the call
    /// runs.</param>
    /// <returns>The call is void: a refused one answers nothing and writes nothing.</returns>
    public ReadBackStep EncryptionBlt(
        ReadBackState state,
        CallVerdict gate,
        in EncryptionBltRequest request,
        AesCtrIv? sessionKeyIv,
        Span<byte> iv)
    {
        if (!gate.Runs)
            return new(state, gate);
        if (BrokenRule(state, request, iv.Length) is { } rule)
            return Refused(state, rule);
        var last = HasOwnKey || sessionKeyIv is not { } client ? state.LastIv : Math.Max(client.Iv, state.LastIv ?? 0);
        if (last == ulong.MaxValue)
            return Refused(state, SurfaceRule.Limit);
        var next = last is { } used ? used + 1 : request.DrawnIv & FirstIvMask;
        new AesCtrIv(next, Count: 0).Write(iv);
        return new(state with { LastIv = next }, CallVerdict.GoesOn);
    }

    /// <summary>A blit has ended: its destination holds ciphertext, or nothing that means anything.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="aborted">The blit did not complete.</param>
    /// <param name="now">The device's generation of protected content.</param>
    public ProtectedSurface FinishReadBack(
        ProtectedSurface destination, Span<byte> bytes, bool aborted, SurfaceGeneration now)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!aborted)
            return destination.Written(SurfaceContent.Encrypted, now);
        AbortedSurface.Settle(bytes, choices);
        return AbortedSurface.Of(destination);
    }

    private static ReadBackStep Refused(ReadBackState state, SurfaceRule rule) =>
        new(state, CallVerdict.Refused(rule, DdiStatus.Ok));

    private SurfaceRule? BrokenRule(ReadBackState state, in EncryptionBltRequest request, int ivSize)
    {
        var (source, destination) = (request.Source.Desc, request.Destination.Desc);
        if (HasOwnKey && state.Key is null)
            return SurfaceRule.NoReadBackKey;
        if (request.Source.Content == SurfaceContent.PartlyEncrypted)
            return SurfaceRule.PartlyEncrypted;
        if (!request.Source.IsCurrent(request.Generation))
            return SurfaceRule.ContentLost;
        if (!IsReadable(source)
            || destination.Usage != ResourceUsage.Staging
            || destination.IsProtected
            || (source.Width, source.Height, source.BytesPerPixel)
                != (destination.Width, destination.Height, destination.BytesPerPixel))
            return SurfaceRule.SurfaceKind;
        var block = device.BlockAlignmentSize;
        return ivSize != AesCtrIv.Size
            || request.DestinationSize < source.Size(block)
            || request.DestinationSize % block != 0
            ? SurfaceRule.Size
            : null;
    }

    // An off-screen plain surface or a render target.
    private static bool IsReadable(in ResourceDesc source) =>
        source is { IsProtected: true, IsMultisampled: false, Usage: ResourceUsage.Default }
        && (source.Bind == ResourceBind.None || source.Bind.HasFlag(ResourceBind.RenderTarget));
}
