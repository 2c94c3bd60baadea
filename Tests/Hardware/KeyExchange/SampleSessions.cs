using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Tests.Hardware.KeyExchange;

/// <summary>Sessions of the full device.</summary>
internal static class SampleSessions
{
    internal static readonly CreateCryptoSessionArgs RsaArgs =
        new(CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt, KeyExchangeTypes.RsaesOaep);

    internal static readonly CreateCryptoSessionArgs HwArgs = RsaArgs with { KeyExchangeType = KeyExchangeTypes.HwProtection };

    internal static CryptoSessionState Rsa { get; } = Create(RsaArgs);

    internal static CryptoSessionState Hw { get; } = Create(HwArgs, index: 1);

    internal static CryptoSessionState Ready { get; } = Rsa with { HasKey = true };

    internal static CallVerdict Gate(SurfaceFunction call, CryptoSessionState session) =>
        SessionCallGate.Check(call, session.Facts(), DeviceProfiles.Full, DdiChoices.Default);

    private static CryptoSessionState Create(CreateCryptoSessionArgs args, int index = 0) =>
        CryptoSessionCreation.CreateCryptoSession(
            DeviceProfiles.Full, args, index, CreationFacts.Fine, DdiChoices.Default).Value!;
}
