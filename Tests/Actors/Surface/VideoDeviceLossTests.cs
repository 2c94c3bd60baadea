using Akka.Actor;
using Sim.Actors.Surface;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>How a video device loses its keys and its life, on real threads.</summary>
public sealed class VideoDeviceLossTests
{
    private static readonly byte[] Clear = [.. Enumerable.Range(0, SurfaceBytes).Select(i => (byte)(i * 5 + 1))];

    [Fact]
    public async Task A_teardown_takes_the_keys_and_signals_its_event()
    {
        await using var rig = new SurfaceRig();
        var (_, torn) = await rig.Device.RegisterHardwareContentProtectionTeardownStatusEventAsync();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 1);
        Assert.Equal(Clear, await client.ReadBackAsync(output));

        rig.Raw.Tell(new VideoDevice.Teardown(Preemptive: true, ContentLost: true));
        Assert.Equal(CryptoSessionStatus.Ok, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        Assert.False(torn!.Signalled.IsCompleted);
        rig.Raw.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: true));
        await torn.Signalled;

        Assert.Equal(
            CryptoSessionStatus.KeyAndContentLost, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
        Assert.Equal([SurfaceRule.KeyLost], rig.Broken);
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(
            client.Session, await WrapAsync(client.Session, Bytes(1))));

        // A new session works, but what was on the surfaces is gone.
        client = await new SurfaceClient(rig.Device).OpenAsync();
        await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]);
        await rig.Device.EncryptionBltAsync(client.Session, output, await client.CreateAsync(Staging), new byte[16]);
        Assert.Equal(SurfaceRule.ContentLost, rig.Broken.Last());
        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 1)));
    }

    [Theory]
    [InlineData(true, CryptoSessionStatus.KeyLost)]
    [InlineData(false, CryptoSessionStatus.Ok)]
    public async Task A_suspend_costs_the_keys_that_hardware_keeps(bool inHardware, CryptoSessionStatus status)
    {
        var caps = inHardware ? DeviceProfiles.Full.Caps : DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.Hardware;
        await using var rig = new SurfaceRig(DeviceProfiles.Full with { Caps = caps });
        var client = await new SurfaceClient(rig.Device).OpenAsync();

        rig.Raw.Tell(VideoDevice.Suspend.Instance);

        Assert.Equal(status, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
    }

    [Fact]
    public async Task A_removed_device_says_so_and_why()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        Assert.Equal(DdiStatus.Ok, await rig.Device.GetDeviceRemovedReasonAsync());

        rig.Raw.Tell(new VideoDevice.Reset(ResetKind.Adapter, OwnWork: false));

        Assert.Equal(DdiStatus.DxgiDeviceReset, await rig.Device.GetDeviceRemovedReasonAsync());
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await rig.Device.CreateCryptoSessionAsync(Rsa)).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await client.Session.GetCertificateSizeAsync()).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await rig.Device.CreateSurfaceAsync(Staging)).Status);
        var random = Bytes(9);
        await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
        Assert.Equal(new byte[16], random);
        await client.Session.ReleaseAsync();
    }

    [Fact]
    public async Task A_device_that_was_disposed_of_answers_as_one_that_was_removed()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var pending = Enumerable.Range(1, 20).Select(i => client.DecryptAsync(Clear, (ulong)i)).ToArray();
        await Task.WhenAll(pending);
        var (_, torn) = await rig.Device.RegisterHardwareContentProtectionTeardownStatusEventAsync();

        await rig.Device.DisposeAsync();

        await torn!.Signalled;
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
    }
}
