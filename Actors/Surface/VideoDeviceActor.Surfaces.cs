using Akka.Actor;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Surfaces, and the CPU's way to their bytes.
internal sealed partial class VideoDeviceActor
{
    private SurfaceAccess Access => new(_profile, _device.Protection);

    private void RunOnSurface(VideoDevice.Call call, IActorRef caller)
    {
        switch (call)
        {
            case VideoDevice.CreateSurface asked:
                caller.Tell(Create(asked));
                break;
            case VideoDevice.DestroySurface asked:
                Destroy(asked);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            case VideoDevice.Map asked:
                caller.Tell(Map(asked));
                break;
            case VideoDevice.Unmap asked:
                if (Surface(asked.Surface) is { IsMapped: true } mapped)
                    mapped.IsMapped = false;
                else
                    Misused(ContentHandle.None, asked, SurfaceRule.CallOrder);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            case VideoDevice.CopyResource asked:
                Copy(asked);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            default:
                throw new InvalidOperationException($"A video device knows no call {call.GetType().Name}.");
        }
    }

    private OpenSurface? Surface(DriverHandle handle) => Find(_surfaces, DriverObject.Surface, handle);

    private VideoDevice.Answer<DriverHandle> Create(VideoDevice.CreateSurface asked)
    {
        if (IsRemoved)
            return new(SessionCallGate.StatusAfterRemoval(_choices), default);
        var (status, memory) = ResourceCreation.Check(asked.Desc, _profile, _memory);
        if (status != DdiStatus.Ok)
            return new(status, default);
        var bytes = asked.Desc.Size(_profile.BlockAlignmentSize);
        if (_surfaces.Count >= _settings.Surfaces
            || _nextSurface == int.MaxValue
            || bytes > (ulong)(_settings.SurfaceBytes - _surfaceBytes)
            || bytes > (ulong)Array.MaxLength)
            return new(DdiStatus.OutOfMemory, default);
        (_memory, _surfaceBytes) = (memory, _surfaceBytes + (long)bytes);
        var index = _nextSurface++;
        _surfaces.Add(index, new(asked.Desc, new byte[bytes]));
        return new(DdiStatus.Ok, HandleOf(DriverObject.Surface, index));
    }

    private void Destroy(VideoDevice.DestroySurface asked)
    {
        if (Surface(asked.Surface) is not { } surface)
        {
            Misused(ContentHandle.None, asked, IsForeign(asked.Surface) ? SurfaceRule.WrongDevice : SurfaceRule.Destroyed);
            return;
        }

        _surfaces.Remove(asked.Surface.Index);
        surface.IsDestroyed = true;
        FreeIfUnused(surface);
    }

    private void FreeIfUnused(OpenSurface surface)
    {
        if (!surface.IsDestroyed || !surface.IsIdle)
            return;
        _surfaceBytes -= surface.Bytes.Length;
        if (surface.State.Desc.IsProtected)
            _memory = _memory.Free((ulong)surface.Bytes.Length);
    }

    private VideoDevice.Answer<Memory<byte>> Map(VideoDevice.Map asked)
    {
        if (IsRemoved)
            return new(SessionCallGate.StatusAfterRemoval(_choices), default);
        if (Surface(asked.Surface) is not { IsMapped: false } surface)
            return new(DdiStatus.InvalidArg, default);
        var isBusy = !surface.IsFree(asked.Access.HasFlag(CpuAccess.Write));
        var status = Access.Map(surface.State with { IsBusy = isBusy }, asked.Access, asked.DoNotWait);
        if (status != DdiStatus.Ok)
            return new(status, default);
        surface.IsMapped = true;
        return new(DdiStatus.Ok, surface.Bytes);
    }

    private void Copy(VideoDevice.CopyResource asked)
    {
        if (IsRemoved)
        {
            Misused(ContentHandle.None, asked, SurfaceRule.DeviceRemoved);
            return;
        }

        if (Surface(asked.Source) is not { IsMapped: false } source
            || Surface(asked.Destination) is not { IsMapped: false } destination
            || source == destination
            || source.Bytes.Length != destination.Bytes.Length)
        {
            Misused(ContentHandle.None, asked, SurfaceRule.SurfaceKind);
            return;
        }

        switch (Access.Copy(source.State.Desc, destination.State.Desc))
        {
            case CopyOutcome.AsIs:
                source.Bytes.CopyTo(destination.Bytes, 0);
                break;
            case CopyOutcome.Zeros:
                Array.Clear(destination.Bytes);
                break;
        }

        destination.State = Access.Copied(source.State, destination.State);
    }
}
