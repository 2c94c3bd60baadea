using System.Text.Json.Serialization;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

// How each message of MessageTypes is written, generated at compile time: what is not named here cannot be written or read.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Device.GetCertificate))]
[JsonSerializable(typeof(Device.Certificate))]
[JsonSerializable(typeof(Device.CreateSession))]
[JsonSerializable(typeof(Device.SessionCreated))]
[JsonSerializable(typeof(Device.SessionRefused))]
[JsonSerializable(typeof(Device.AcquireKeySlot))]
[JsonSerializable(typeof(Device.ReleaseKeySlot))]
[JsonSerializable(typeof(Device.Teardown))]
[JsonSerializable(typeof(Device.Suspend))]
[JsonSerializable(typeof(Device.Resume))]
[JsonSerializable(typeof(Device.ProtectionEntered))]
[JsonSerializable(typeof(Device.Present))]
[JsonSerializable(typeof(Device.Presented))]
[JsonSerializable(typeof(EnginePool.GetEngines))]
[JsonSerializable(typeof(EnginePool.Engines))]
[JsonSerializable(typeof(EnginePool.Removed))]
[JsonSerializable(typeof(Engine.Fail))]
[JsonSerializable(typeof(Engine.Hang))]
[JsonSerializable(typeof(Engine.LoseKeys))]
[JsonSerializable(typeof(Engine.AdapterReset))]
[JsonSerializable(typeof(EngineFence.Wait))]
[JsonSerializable(typeof(EngineFence.Reached))]
[JsonSerializable(typeof(EngineFence.Lost))]
[JsonSerializable(typeof(EngineFence.Refused))]
[JsonSerializable(typeof(EngineFence.TellAt))]
[JsonSerializable(typeof(EngineFence.Raised))]
[JsonSerializable(typeof(CryptoSession.KeyExchanged))]
[JsonSerializable(typeof(CryptoSession.BeginSessionKeyRefresh))]
[JsonSerializable(typeof(CryptoSession.SessionKeyRefreshStarted))]
[JsonSerializable(typeof(CryptoSession.SessionKeyRefreshRefused))]
[JsonSerializable(typeof(CryptoSession.JobCompleted))]
[JsonSerializable(typeof(CryptoSession.JobAborted))]
[JsonSerializable(typeof(CryptoSession.JobRefused))]
[JsonSerializable(typeof(CryptoSession.TransferEnded))]
[JsonSerializable(typeof(CryptoSession.SessionStatus))]
[JsonSerializable(typeof(CryptoSession.SessionEnded))]
[JsonSerializable(typeof(CryptoSession.SessionKeySwitched))]
[JsonSerializable(typeof(StartSessionKeyRefresh))]
[JsonSerializable(typeof(FinishSessionKeyRefresh))]
[JsonSerializable(typeof(KeyMarkerMet))]
[JsonSerializable(typeof(KeySlotGranted))]
[JsonSerializable(typeof(KeySlotWanted))]
[JsonSerializable(typeof(EngineLost))]
[JsonSerializable(typeof(EngineUnfit))]
[JsonSerializable(typeof(CheckSessionStatus))]
[JsonSerializable(typeof(LoseKey))]
[JsonSerializable(typeof(CloseSession))]
internal sealed partial class MessageContext : JsonSerializerContext;
