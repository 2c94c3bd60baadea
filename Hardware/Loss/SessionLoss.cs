using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;

namespace Sim.Hardware.Loss;

/// <summary>How a session loses its key while its device goes on.</summary>
public static class SessionLoss
{
    /// <summary>
    /// A teardown. A session that has lost its key can still lose its content, and never gets anything back by itself.
    /// </summary>
    /// <param name="session">The session, of any device on the adapter.</param>
    /// <param name="contentLost">Protected content is corrupted, too.</param>
    public static CryptoSessionState Teardown(CryptoSessionState session, bool contentLost)
    {
        var status = contentLost ? CryptoSessionStatus.KeyAndContentLost : CryptoSessionStatus.KeyLost;
        return session with { Status = status > session.Status ? status : session.Status, HasKey = false };
    }

    /// <summary>Suspend and resume: a key in hardware is lost, one that the driver's software keeps stays unless chosen
    /// otherwise.</summary>
    public static CryptoSessionState Suspend(CryptoSessionState session, DeviceProfile device, DdiChoices choices)
    {
        var lost = IsInHardware(session, device)
            || choices.SoftwareKeysAcrossSuspend == SoftwareKeysAcrossSuspend.Lose;
        return lost ? Teardown(session, contentLost: false) : session;
    }

    /// <summary>Whether hardware keeps a session's key, or driver software does.</summary>
    public static bool IsInHardware(CryptoSessionState session, DeviceProfile device) =>
        session.Args.KeyExchangeType == KeyExchangeTypes.HwProtection
        || device.Has(DdiContentProtectionCaps.Hardware);
}
