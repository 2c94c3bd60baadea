using System.Collections.Frozen;
using System.Collections.Immutable;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

/// <summary>
/// The messages that may be written as bytes, by the names that data calls them. A name stays what it is when its class is
/// renamed. What is not here is refused, in both directions: no name in data is ever looked up as that of a class.
/// </summary>
public static class MessageTypes
{
    /// <summary>Name and class of each, in the order of the protocols.</summary>
    public static ImmutableArray<(string Name, Type Type)> All { get; } =
    [
        ("device.get-certificate", typeof(Device.GetCertificate)),
        ("device.certificate", typeof(Device.Certificate)),
        ("device.create-session", typeof(Device.CreateSession)),
        ("device.session-created", typeof(Device.SessionCreated)),
        ("device.session-refused", typeof(Device.SessionRefused)),
        ("device.acquire-key-slot", typeof(Device.AcquireKeySlot)),
        ("device.release-key-slot", typeof(Device.ReleaseKeySlot)),
        ("device.teardown", typeof(Device.Teardown)),
        ("device.suspend", typeof(Device.Suspend)),
        ("device.resume", typeof(Device.Resume)),
        ("device.protection-entered", typeof(Device.ProtectionEntered)),
        ("device.present", typeof(Device.Present)),
        ("device.presented", typeof(Device.Presented)),
        ("pool.get-engines", typeof(EnginePool.GetEngines)),
        ("pool.engines", typeof(EnginePool.Engines)),
        ("pool.removed", typeof(EnginePool.Removed)),
        ("engine.fail", typeof(Engine.Fail)),
        ("engine.hang", typeof(Engine.Hang)),
        ("engine.lose-keys", typeof(Engine.LoseKeys)),
        ("engine.adapter-reset", typeof(Engine.AdapterReset)),
        ("fence.wait", typeof(EngineFence.Wait)),
        ("fence.reached", typeof(EngineFence.Reached)),
        ("fence.lost", typeof(EngineFence.Lost)),
        ("fence.refused", typeof(EngineFence.Refused)),
        ("fence.tell-at", typeof(EngineFence.TellAt)),
        ("fence.raised", typeof(EngineFence.Raised)),
        ("session.key-exchanged", typeof(CryptoSession.KeyExchanged)),
        ("session.begin-refresh", typeof(CryptoSession.BeginSessionKeyRefresh)),
        ("session.refresh-started", typeof(CryptoSession.SessionKeyRefreshStarted)),
        ("session.refresh-refused", typeof(CryptoSession.SessionKeyRefreshRefused)),
        ("session.job-completed", typeof(CryptoSession.JobCompleted)),
        ("session.job-aborted", typeof(CryptoSession.JobAborted)),
        ("session.job-refused", typeof(CryptoSession.JobRefused)),
        ("session.transfer-ended", typeof(CryptoSession.TransferEnded)),
        ("session.status", typeof(CryptoSession.SessionStatus)),
        ("session.ended", typeof(CryptoSession.SessionEnded)),
        ("session.key-switched", typeof(CryptoSession.SessionKeySwitched)),
        ("event.start-refresh", typeof(StartSessionKeyRefresh)),
        ("event.finish-refresh", typeof(FinishSessionKeyRefresh)),
        ("event.key-marker-met", typeof(KeyMarkerMet)),
        ("event.key-slot-granted", typeof(KeySlotGranted)),
        ("event.key-slot-wanted", typeof(KeySlotWanted)),
        ("event.engine-lost", typeof(EngineLost)),
        ("event.engine-unfit", typeof(EngineUnfit)),
        ("event.check-status", typeof(CheckSessionStatus)),
        ("event.lose-key", typeof(LoseKey)),
        ("event.close", typeof(CloseSession)),
    ];

    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(entry => entry.Name, entry => entry.Type);

    private static readonly FrozenDictionary<Type, string> Names = All.ToFrozenDictionary(entry => entry.Type, entry => entry.Name);

    /// <summary>The class that data calls by a name; null: none.</summary>
    public static Type? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.GetValueOrDefault(name);
    }

    /// <summary>The name by which data calls a class; null: it is not written.</summary>
    public static string? NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Names.GetValueOrDefault(type);
    }
}
