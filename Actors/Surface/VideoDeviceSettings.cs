using Sim.Hardware.Choices;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Surface;

/// <summary>One video device of an application.</summary>
/// <param name="Profile">What it can do.</param>
public sealed record VideoDeviceSettings(DeviceProfile Profile)
{
    /// <summary>Video devices of one adapter: numbers 0 .. this - 1.</summary>
    public const int MaxDevices = 64;

    /// <summary>Objects of one kind that a device makes in its life.</summary>
    public const int ObjectsMax = (1 << 18) - 1;

    /// <summary>Its number on the adapter, 0 to <see cref="MaxDevices"/> - 1. No two devices of an adapter share
    /// one.</summary>
    public int Number { get; init; }

    /// <summary>What is done where the documents are silent.</summary>
    public DdiChoices Choices { get; init; } = DdiChoices.Default;

    /// <summary>Bounds of each of its crypto sessions.</summary>
    public SessionLimits Session { get; init; } = new(Jobs: 64, PendingRefreshes: 4);

    /// <summary>The hardware's side of the DRM.</summary>
    public IDrmHardware Drm { get; init; } =
        new EchoDrm(transport: TimeSpan.FromMicroseconds(200), execution: TimeSpan.FromMilliseconds(1));

    /// <summary>Where the keys and IVs of reading back come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Sessions, channels and decoders that may exist at once, of each kind; at least 1.</summary>
    public int Objects { get; init; } = 256;

    /// <summary>Surfaces that may exist at once, at least 1.</summary>
    public int Surfaces { get; init; } = 4096;

    /// <summary>Bytes of all surfaces together, protected or not; at least 1.</summary>
    public long SurfaceBytes { get; init; } = 1L << 30;

    /// <summary>Calls that may wait; at least 1. One more is answered with E_OUTOFMEMORY; a void one is dropped, and
    /// the trace says so.</summary>
    public int WaitingCalls { get; init; } = 1024;
}
