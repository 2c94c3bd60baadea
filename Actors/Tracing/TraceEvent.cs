using System.Collections.Immutable;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Actors.Tracing;

/// <summary>
/// What happened, as seen by the actor that did it. An event is recorded before the message that it announces is sent.
/// The events marked "in process only" are not part of the trace-file format.
/// </summary>
public abstract record TraceEvent;

/// <summary>A crypto session exists. Its bounds are in process only.</summary>
public sealed record SessionOpened(int Session, string Policy, SessionLimits Limits) : TraceEvent;

/// <summary>A key was negotiated; the first one begins epoch 0.</summary>
public sealed record KeyNegotiated(int Session, long Position, int Epoch, KeyCheckValue CheckValue) : TraceEvent;

/// <summary>StartSessionKeyRefresh was accepted.</summary>
public sealed record RefreshStarted(int Session, SessionKeyNonce Nonce) : TraceEvent;

/// <summary>FinishSessionKeyRefresh was accepted: <paramref name="Epoch"/> begins at <paramref name="Position"/>.</summary>
public sealed record RefreshFinished(int Session, long Position, int Epoch) : TraceEvent;

/// <summary>A key-switch barrier ended.</summary>
public sealed record KeySwitched(int Session, int Epoch, KeyCheckValue CheckValue, SwitchReason Reason) : TraceEvent;

/// <summary>A job was accepted. What it uses of its key stream is in process only.</summary>
public sealed record JobSubmitted(
    int Session, long Job, long Position, int Epoch, int Bytes, KeystreamUse Keystream = default) : TraceEvent;

/// <summary>A job was handed to an engine (in process only). Slot is -1 where the policy has none.</summary>
public sealed record JobDispatched(int Session, long Job, int Epoch, int Engine, int Slot) : TraceEvent;

/// <summary>An engine began a job; the check value is computed from the session-key bytes that it holds.</summary>
public sealed record JobStarted(long Job, int Engine, KeyCheckValue CheckValue) : TraceEvent;

/// <summary>A job's one ending: completed.</summary>
public sealed record JobCompleted(int Session, long Job, int Engine) : TraceEvent;

/// <summary>A job's one ending: aborted.</summary>
public sealed record JobAborted(int Session, long Job, AbortReason Reason) : TraceEvent;

/// <summary>A job was not accepted.</summary>
public sealed record JobRefused(int Session, long Job, JobRefusal Status) : TraceEvent;

/// <summary>A call broke a rule of the surface.</summary>
public sealed record CallMisused(int Session, string Call, Misuse Rule) : TraceEvent;

/// <summary>
/// A call on a video device broke a rule of the surface, whatever it answered. <paramref name="Object"/> is the handle of
/// the session, channel or decoder; none for a call on the device or on what does not exist.
/// </summary>
public sealed record SurfaceCallMisused(ContentHandle Object, string Call, SurfaceRule Rule) : TraceEvent;

/// <summary>The session's key is lost; or, behind that, its content as well.</summary>
public sealed record SessionKeyLost(int Session, bool ContentLost = false) : TraceEvent;

/// <summary>The session is closed.</summary>
public sealed record SessionClosed(int Session) : TraceEvent;

/// <summary>The key-slot table of the device changed (in process only).</summary>
public sealed record KeySlotChanged(KeySlotDecision Change) : TraceEvent;

/// <summary>
/// A client compared a job's clear bytes with what it knows of them (in process only).
/// <paramref name="Mismatch"/> names the place and what differs, never bytes; null when they agree.
/// </summary>
public sealed record PlaintextCompared(long Job, string? Mismatch) : TraceEvent;

/// <summary>A client hands in a transfer in parts (in process only).</summary>
public sealed record TransferSubmitted(long Transfer, ImmutableArray<long> Parts) : TraceEvent;

/// <summary>A client heard how a part of a transfer ended (in process only).</summary>
public sealed record TransferPartEnded(long Job, PartEnding How) : TraceEvent;

/// <summary>A client was told that every part of a transfer has ended, and whether each completed (in process only).</summary>
public sealed record TransferEnded(long Transfer, bool IsComplete) : TraceEvent;

/// <summary>An engine does not go on with a job; its watchdog is running (in process only).</summary>
public sealed record EngineHung(int Engine, long Job) : TraceEvent;

/// <summary>An engine was reset, and goes on with its queue (in process only). <paramref name="Job"/> ran and is aborted; null when none did.</summary>
public sealed record EngineReset(int Engine, long? Job, AbortReason Reason) : TraceEvent;

/// <summary>A job was begun a second time, since the adapter was reset under it (in process only).</summary>
public sealed record JobResubmitted(int Session, long Job, int Engine) : TraceEvent;

/// <summary>An engine has no key any more of the sessions below <paramref name="FirstSession"/> (in process only).</summary>
public sealed record EngineKeysLost(int Engine, int FirstSession) : TraceEvent;

/// <summary>A teardown or a suspend was asked of the device (in process only).</summary>
public sealed record LossAsked(ProtectionEvent.Kinds How) : TraceEvent;

/// <summary>
/// The device's content protection entered a phase. Each loss of keys begins a generation, from 1; each loss of content a new stamp.
/// </summary>
public sealed record ProtectionChanged(ProtectionPhase Phase, int Generation, SurfaceGeneration Content) : TraceEvent;

/// <summary>The device showed content that has this stamp (in process only).</summary>
public sealed record ContentShown(SurfaceGeneration Stamp) : TraceEvent;

/// <summary>The watchdog of an engine wants a reset, and so many are allowed (in process only). <paramref name="At"/> is the scheduler's clock.</summary>
public sealed record ResetDue(int Engine, TimeSpan At, ResetLimits Limits) : TraceEvent;

/// <summary>The whole adapter was reset, since a reset of the engine alone does not help (in process only).</summary>
public sealed record AdapterWasReset(int Engine) : TraceEvent;

/// <summary>There were too many resets: every engine is stopped for good (in process only).</summary>
public sealed record DeviceWasRemoved : TraceEvent
{
    /// <summary>The one instance.</summary>
    public static DeviceWasRemoved Instance { get; } = new();
}

/// <summary>The engines' pool heard from an engine that so many jobs have ended on it, since somebody waits for it (in process only).</summary>
public sealed record FenceRaised(int Engine, ulong Value) : TraceEvent;

/// <summary>An engine is gone for good, and so many jobs had ended on it (in process only).</summary>
public sealed record FenceLost(int Engine, ulong Value) : TraceEvent;

/// <summary>Somebody waits until so many jobs have ended on an engine (in process only).</summary>
public sealed record FenceAwaited(int Engine, ulong Value) : TraceEvent;

/// <summary>A wait was answered: the engine is at the value, or it is lost and never gets there (in process only).</summary>
public sealed record FenceAnswered(int Engine, ulong Value, bool IsReached) : TraceEvent;

/// <summary>An engine met a marker: its key register for the session now holds the key of this epoch (in process only).</summary>
public sealed record KeyMarkerMet(int Session, int Epoch, int Engine) : TraceEvent;
