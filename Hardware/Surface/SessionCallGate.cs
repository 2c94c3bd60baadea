using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;

namespace Sim.Hardware.Surface;

/// <summary>
/// Which calls on a crypto session go on, before anything of the call itself is looked at: the device must be there and
/// the right one, the session of the right kind, the capability present, and a key negotiated where one is needed.
/// </summary>
public static class SessionCallGate
{
    /// <summary>Judges a call.</summary>
    /// <param name="call">The function.</param>
    /// <param name="session">The session.</param>
    /// <param name="device">The device's abilities.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    /// <param name="generation">Direct3D 9 answers every call, and NOTAVAILABLE where a capability lacks.</param>
    public static CallVerdict Check(
        SurfaceFunction call,
        in SessionFacts session,
        DeviceProfile device,
        DdiChoices choices,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var broken = BrokenRule(call, session, device, choices);
        if (broken is not { } rule)
            return CallVerdict.GoesOn;
        if (IsVoid(call) && generation == DdiGeneration.D3D11)
            return CallVerdict.Refused(rule, DdiStatus.Ok);
        return CallVerdict.Refused(rule, rule switch
        {
            SurfaceRule.DeviceRemoved => StatusAfterRemoval(choices),
            SurfaceRule.MissingCapability when generation == DdiGeneration.D3D9 => DdiStatus.NotAvailable,
            _ => DdiStatus.InvalidArg,
        });
    }

    /// <summary>Whether the application gets no answer from a call.</summary>
    public static bool IsVoid(SurfaceFunction call) => call is
        SurfaceFunction.EncryptionBlt or SurfaceFunction.DecryptionBlt
        or SurfaceFunction.StartSessionKeyRefresh or SurfaceFunction.FinishSessionKeyRefresh
        or SurfaceFunction.CryptoSessionGetHandle or SurfaceFunction.DestroyCryptoSession;

    /// <summary>Whether a session for hardware protection must not get a call: it carries messages only.</summary>
    public static bool IsForbiddenWithHwProtection(SurfaceFunction call) => call is
        SurfaceFunction.GetCertificateSize or SurfaceFunction.GetCertificate
        or SurfaceFunction.EncryptionBlt or SurfaceFunction.DecryptionBlt
        or SurfaceFunction.StartSessionKeyRefresh or SurfaceFunction.FinishSessionKeyRefresh
        or SurfaceFunction.GetEncryptionBltKey;

    /// <summary>The capability without which a call on a session does nothing.</summary>
    public static DdiContentProtectionCaps RequiredCaps(SurfaceFunction call) => call switch
    {
        SurfaceFunction.EncryptionBlt => DdiContentProtectionCaps.EncryptedReadBack,
        SurfaceFunction.GetEncryptionBltKey => DdiContentProtectionCaps.EncryptedReadBackKey,
        SurfaceFunction.DecryptionBlt => DdiContentProtectionCaps.DecryptionBlt,
        SurfaceFunction.StartSessionKeyRefresh => DdiContentProtectionCaps.FreshenSessionKey,
        SurfaceFunction.FinishSessionKeyRefresh => DdiContentProtectionCaps.FreshenSessionKey,
        SurfaceFunction.GetDataForNewHardwareKey => DdiContentProtectionCaps.HardwareDrmCommunication,
        SurfaceFunction.CheckCryptoSessionStatus => DdiContentProtectionCaps.HardwareTeardown,
        _ => DdiContentProtectionCaps.None,
    };

    /// <summary>Whether a call needs the session's key.</summary>
    public static bool NeedsKey(SurfaceFunction call) => call is
        SurfaceFunction.EncryptionBlt or SurfaceFunction.DecryptionBlt
        or SurfaceFunction.StartSessionKeyRefresh or SurfaceFunction.FinishSessionKeyRefresh
        or SurfaceFunction.GetEncryptionBltKey;

    /// <summary>What calls that have an answer say once their device is gone.</summary>
    public static DdiStatus StatusAfterRemoval(DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.RemovedStatus == RemovedStatus.DdiDeviceRemoved
            ? DdiStatus.DeviceRemoved
            : DdiStatus.DxgiDeviceRemoved;
    }

    private static SurfaceRule? BrokenRule(
        SurfaceFunction call, in SessionFacts session, DeviceProfile device, DdiChoices choices)
    {
        // An object can be given up whatever became of its device.
        if (call == SurfaceFunction.DestroyCryptoSession)
            return session.Destroyed ? SurfaceRule.Destroyed : null;
        if (session.DeviceRemoved)
            return SurfaceRule.DeviceRemoved;
        if (session.WrongDevice)
            return SurfaceRule.WrongDevice;
        if (session.Destroyed)
            return SurfaceRule.Destroyed;
        if (session.KeyExchangeType == KeyExchangeTypes.HwProtection && IsForbiddenWithHwProtection(call))
            return SurfaceRule.MessagesOnly;
        if (!device.Has(RequiredCaps(call)) || (IsMultiThreaded(call) && !device.DrmCommunicationMultiThreaded))
            return SurfaceRule.MissingCapability;
        if (!NeedsKey(call))
            return null;
        if (session.Status != CryptoSessionStatus.Ok)
            return SurfaceRule.KeyLost;
        if (session.HasKey || (IsRefresh(call) && choices.RefreshWithoutKey == RefreshWithoutKey.Forward))
            return null;
        return SurfaceRule.NoSessionKey;
    }

    private static bool IsMultiThreaded(SurfaceFunction call) =>
        call == SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt;

    private static bool IsRefresh(SurfaceFunction call) =>
        call is SurfaceFunction.StartSessionKeyRefresh or SurfaceFunction.FinishSessionKeyRefresh;
}
