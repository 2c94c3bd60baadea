using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

/// <summary>
/// A video device as an application sees it: ID3D11VideoDevice and ID3D11VideoContext in one, each function under its own
/// name. What a function does, and what it answers, is that of its page; where the pages are silent it is what
/// <see cref="Hardware.Choices.DdiChoiceTable"/> says.
/// <para>
/// A void function gives a <see cref="Task"/> without a result, complete when the device has taken the call: what was
/// wrong with it stands in the trace and nowhere else. Functions take effect in the order of their calls; several may
/// be under way at once. A token gives up waiting for an answer; the call itself is not undone. Memory that is passed
/// belongs to the device until the task has ended. Once the device is removed or disposed of, functions answer
/// DXGI_ERROR_DEVICE_REMOVED (7.46), and void ones do nothing.
/// </para>
/// </summary>
public sealed partial class ContentProtectionDevice : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly DdiStatus _removed;
    private Task? _release;

    private ContentProtectionDevice(IActorRef actor, VideoDeviceSettings settings)
    {
        (Actor, Settings) = (actor, settings);
        _removed = SessionCallGate.StatusAfterRemoval(settings.Choices);
    }

    /// <summary>The actor behind it; whoever plays the platform tells it <see cref="VideoDevice.PlatformEvent"/>s.
    /// </summary>
    public IActorRef Actor { get; }

    /// <summary>What it is.</summary>
    public VideoDeviceSettings Settings { get; }

    /// <summary>Creates a video device on an adapter.</summary>
    /// <param name="factory">The actor system, or the context of an actor.</param>
    /// <param name="adapter">The device actor that has the engines.</param>
    /// <param name="settings">What it is.</param>
    /// <param name="trace">Where it records misuse.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in the settings is out of its range.</exception>
    public static ContentProtectionDevice Create(
        IActorRefFactory factory, IActorRef adapter, VideoDeviceSettings settings, ITrace trace)
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(settings);
        return Over(factory.ActorOf(VideoDevice.Props(adapter, settings, trace)), settings);
    }

    /// <summary>Creates a video device on the adapter of a run.</summary>
    /// <inheritdoc cref="Create(IActorRefFactory, IActorRef, VideoDeviceSettings, ITrace)"/>
    public static ContentProtectionDevice Create(SimHost host, VideoDeviceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Create(host.System, host.Device, settings, host.Trace);
    }

    /// <summary>The functions of a device actor that exists, or of one that passes messages on to it.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="settings">The settings that it was made with.</param>
    public static ContentProtectionDevice Over(IActorRef actor, VideoDeviceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(settings);
        return new(actor, settings);
    }

    /// <summary>
    /// ID3D11Device::GetDeviceRemovedReason: S_OK while the device is there, else why it is not (DXGI_ERROR_DEVICE_HUNG,
    /// _RESET, _REMOVED, DRIVER_INTERNAL_ERROR).
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11device-getdeviceremovedreason"/>
    public Task<DdiStatus> GetDeviceRemovedReasonAsync(CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.GetDeviceRemovedReason(), cancel);

    /// <summary>
    /// IDXGIAdapter3::RegisterHardwareContentProtectionTeardownStatusEvent. D3DERR_NOTAVAILABLE without the capability
    /// HARDWARE_TEARDOWN.
    /// </summary>
    /// <returns>The event: its task ends at the first teardown after the registration, when the keys are lost, and also
    /// when the device is removed.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/dxgi1_4/nf-dxgi1_4-idxgiadapter3-registerhardwarecontentprotectionteardownstatusevent"/>
    public async Task<DdiResult<TeardownEvent?>> RegisterHardwareContentProtectionTeardownStatusEventAsync(
        CancellationToken cancel = default)
    {
        var (status, happened) = await AskAsync(new VideoDevice.RegisterTeardownEvent(), cancel);
        return status == DdiStatus.Ok ? new(status, new(WaitAsync(happened))) : new(status, null);
    }

    /// <summary>Releases the device and every object of it, and waits until all its work has ended.</summary>
    public ValueTask DisposeAsync() => new(_release ??= ReleaseAsync());

    private async Task ReleaseAsync()
    {
        await Actor.Ask<VideoDevice.Gone>(VideoDevice.Release.Instance, CancellationToken.None);
        // What is asked from here on would never be answered.
        await _gone.CancelAsync();
    }

    private async Task WaitAsync(int known)
    {
        try
        {
            await Actor.Ask<VideoDevice.TornDown>(new VideoDevice.WaitForTeardown(known), _gone.Token);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
        }
    }

    private async Task<DdiStatus> AskAsync(VideoDevice.StatusCall call, CancellationToken cancel) =>
        await AskAsync<VideoDevice.Answer>(call, cancel) is { } answer ? answer.Status : _removed;

    private async Task<DdiResult<T>> AskAsync<T>(VideoDevice.ValueCall<T> call, CancellationToken cancel) =>
        await AskAsync<VideoDevice.Answer<T>>(call, cancel) is { } answer
            ? new(answer.Status, answer.Value)
            : new(_removed, default!);

    private async Task AskAsync(VideoDevice.VoidCall call, CancellationToken cancel) =>
        await AskAsync<VideoDevice.Returned>(call, cancel);

    // Null: the device is gone.
    private async Task<T?> AskAsync<T>(VideoDevice.Call call, CancellationToken cancel)
        where T : class
    {
        if (_release is not null)
            return null;
        using var either = cancel.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancel, _gone.Token)
            : null;
        try
        {
            return await Actor.Ask<T>(call, either?.Token ?? _gone.Token);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
