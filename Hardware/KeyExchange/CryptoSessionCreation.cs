using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>How a crypto session comes to be, what it is called, and how it goes.</summary>
public static class CryptoSessionCreation
{
    private const int PrivateAlignment = 8;

    private const DdiContentProtectionCaps AnyProtection =
        DdiContentProtectionCaps.Software | DdiContentProtectionCaps.Hardware;

    /// <summary>
    /// CalcPrivateCryptoSessionSize: bytes that the runtime reserves for the driver, in whole pointers. It must not
    /// fail, so it answers 0 for a driver without sessions; a session for hardware protection also needs its private
    /// data.
    /// </summary>
    public static int CalcPrivateCryptoSessionSize(DeviceProfile device, in CreateCryptoSessionArgs args)
    {
        if (device.Cryptos.IsEmpty)
            return 0;
        var size = device.SessionPrivateSize;
        if (args.KeyExchangeType == KeyExchangeTypes.HwProtection)
            size += (int)(device.PrivateInputSize + device.PrivateOutputSize);
        return (size + PrivateAlignment - 1) / PrivateAlignment * PrivateAlignment;
    }

    /// <summary>CreateCryptoSession.</summary>
    /// <param name="device">The device.</param>
    /// <param name="args">What for.</param>
    /// <param name="index">Number of the session on the device, from 0: its handle follows from it.</param>
    /// <param name="facts">How the device stands.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    /// <param name="generation">Direct3D 9 has codes of its own.</param>
    /// <returns>The session; or that the device is removed, E_OUTOFMEMORY without room, UNSUPPORTEDCRYPTO for a kind of
    /// encryption that is unknown, none, or not for the profile, E_INVALIDARG for an unknown profile, a key exchange
    /// that the kind of encryption does not have, or a capability that lacks.</returns>
    public static DdiResult<CryptoSessionState?> CreateCryptoSession(
        DeviceProfile device,
        in CreateCryptoSessionArgs args,
        int index,
        in CreationFacts facts,
        DdiChoices choices,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var status = Check(device, args, facts, choices, generation);
        return status == DdiStatus.Ok
            ? new(status, new(args, ContentHandle.Mint(ContentHandleKind.CryptoSession, index)))
            : new(status, null);
    }

    /// <summary>GetCryptoSessionPrivateDataSize: zero both for a key exchange that carries no packets.</summary>
    /// <returns>What CreateCryptoSession would say of the same arguments, else the sizes.</returns>
    public static DdiResult<PrivateDataSizes> GetCryptoSessionPrivateDataSize(
        DeviceProfile device, in CreateCryptoSessionArgs args)
    {
        var status = Check(device, args, CreationFacts.Fine, DdiChoices.Default, DdiGeneration.D3D11);
        if (status != DdiStatus.Ok)
            return new(status, default);
        return args.KeyExchangeType == KeyExchangeTypes.HwProtection
            ? new(DdiStatus.Ok, new(device.PrivateInputSize, device.PrivateOutputSize))
            : new(DdiStatus.Ok, default);
    }

    /// <summary>CryptoSessionGetHandle; no handle if the gate refuses the call.</summary>
    public static ContentHandle CryptoSessionGetHandle(CryptoSessionState session, CallVerdict gate) =>
        gate.Runs ? session.Handle : ContentHandle.None;

    /// <summary>DestroyCryptoSession. Decoders that are bound to it have a rule of their own.</summary>
    public static CryptoSessionState DestroyCryptoSession(CryptoSessionState session) =>
        session with { Destroyed = true, HasKey = false };

    /// <summary>CheckCryptoSessionStatus; without the capability for it E_INVALIDARG.</summary>
    /// <param name="session">The session.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    public static DdiResult<CryptoSessionStatus> CheckCryptoSessionStatus(
        CryptoSessionState session, CallVerdict gate) =>
        gate.Runs ? new(DdiStatus.Ok, session.Status) : new(gate.Status, default);

    private static DdiStatus Check(
        DeviceProfile device,
        in CreateCryptoSessionArgs args,
        in CreationFacts facts,
        DdiChoices choices,
        DdiGeneration generation)
    {
        var d3d9 = generation == DdiGeneration.D3D9;
        if (facts.DeviceRemoved)
            return d3d9 ? DdiStatus.DeviceRemoved : SessionCallGate.StatusAfterRemoval(choices);
        if (args.CryptoType == Guid.Empty || device.Cryptos.IsEmpty)
            return d3d9 ? DdiStatus.NotAvailable : DdiStatus.UnsupportedCrypto;
        var status = ContentProtectionQueries.Check(device, args.CryptoType, args.DecodeProfile, generation);
        if (status != DdiStatus.Ok)
            return status;
        if (!device.Crypto(args.CryptoType)!.KeyExchangeTypes.Contains(args.KeyExchangeType))
            return DdiStatus.InvalidArg;
        var capable = args.KeyExchangeType == KeyExchangeTypes.HwProtection
            ? device.Has(DdiContentProtectionCaps.HardwareDrmCommunication)
            : device.HasAny(AnyProtection);
        if (!capable)
            return d3d9 ? DdiStatus.NotAvailable : DdiStatus.InvalidArg;
        return facts.HasRoom ? DdiStatus.Ok : DdiStatus.OutOfMemory;
    }
}
