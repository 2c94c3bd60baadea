using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What a video device does with calls, on real threads.</summary>
public sealed class VideoDeviceTests
{
    private static readonly byte[] Clear = [.. Enumerable.Range(0, SurfaceBytes).Select(i => (byte)(i * 5 + 1))];

    [Theory]
    [InlineData("slots")]
    [InlineData("drain")]
    [InlineData("marker")]
    public async Task Calls_take_effect_in_their_order_though_nobody_waits_for_them(string policy)
    {
        await using var rig = new SurfaceRig(policy: policy);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (sources, outputs, calls) = (new VideoSurface[24], new VideoSurface[24], new List<Task>());
        for (var i = 0; i < sources.Length; i++)
            (sources[i], outputs[i]) = (await client.CreateAsync(Staging), await client.CreateAsync(Protected));

        for (var i = 0; i < sources.Length; i++)
        {
            if (i % 8 == 4)
            {
                var random = new byte[16];
                await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
                calls.Add(rig.Device.FinishSessionKeyRefreshAsync(client.Session));
                client.Xor(random);
            }

            await client.WriteAsync(sources[i], client.Encrypt(Clear, (ulong)i + 1));
            calls.Add(rig.Device.DecryptionBltAsync(
                client.Session, sources[i], outputs[i], null, default, Iv((ulong)i + 1)));
        }

        await Task.WhenAll(calls);
        foreach (var output in outputs)
            Assert.Equal(Clear, await client.ReadBackAsync(output));
        Assert.Empty(rig.Broken);
    }

    [Fact]
    public async Task What_is_wrong_with_void_calls_stands_in_the_trace_and_nowhere_else()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (staging, output) = (await client.CreateAsync(Staging), await client.CreateAsync(Protected));
        var random = Bytes(0xff, 15);

        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
        await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
        await rig.Device.DecryptionBltAsync(client.Session, staging, staging, null, default, Iv(1));
        await rig.Device.DecryptionBltAsync(client.Session, staging, output, null, default, new byte[8]);
        await rig.Device.DecryptionBltAsync(client.Session, staging, output, new(100, 20, 2), default, Iv(1));
        await rig.Device.EncryptionBltAsync(client.Session, output, staging, new byte[16]);

        Assert.Equal(
            [
                SurfaceRule.FinishWithoutStart, SurfaceRule.Size, SurfaceRule.SurfaceKind, SurfaceRule.Size,
                SurfaceRule.BlockAlignment, SurfaceRule.NoReadBackKey,
            ],
            rig.Broken);
        Assert.Equal(new byte[15], random);
        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 1)));
    }

    [Fact]
    public async Task An_IV_that_comes_again_is_refused_until_the_key_changes()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var first = await client.DecryptAsync(Clear, iv: 7);
        await client.DecryptAsync(Clear, iv: 7);
        Assert.Equal([SurfaceRule.IvNotIncreasing], rig.Broken);

        await client.RefreshAsync();
        var second = await client.DecryptAsync(Clear, iv: 7);

        Assert.Equal([SurfaceRule.IvNotIncreasing], rig.Broken);
        Assert.Equal(Clear, await client.ReadBackAsync(first));
        Assert.Equal(Clear, await client.ReadBackAsync(second));
    }

    [Theory]
    [InlineData(IvReuse.Report)]
    [InlineData(IvReuse.Ignore)]
    public async Task An_IV_that_comes_again_is_taken_if_so_chosen(IvReuse choice)
    {
        await using var rig = Rig(new() { IvReuse = choice });
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        await client.DecryptAsync(Clear, iv: 7);

        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 7)));

        Assert.Empty(rig.Broken);
        Assert.Contains(rig.Recorded.Events, one => one is CallMisused);
    }

    [Fact]
    public async Task A_read_back_is_under_the_session_key_where_there_is_no_key_of_its_own()
    {
        var profile = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.EncryptedReadBackKey,
        };
        await using var rig = new SurfaceRig(profile);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 40);
        var staging = await client.CreateAsync(Staging);
        var iv = new byte[16];

        await rig.Device.EncryptionBltAsync(client.Session, output, staging, iv);

        var chosen = AesCtrIv.Read(iv);
        Assert.Equal(new AesCtrIv(41, 0), chosen);
        Assert.Equal(Clear, client.Encrypt(await client.ReadAsync(staging), chosen.Iv));
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
    }

    [Fact]
    public async Task Content_comes_out_of_its_protection_only_while_none_is_switched_on()
    {
        var profile = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.HardwareProtectUncompressed,
        };
        await using var rig = new SurfaceRig(profile);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 1);
        var staging = await client.CreateAsync(Staging);
        await rig.Device.CopyResourceAsync(staging, output);
        Assert.Equal(Clear, await client.ReadAsync(staging));

        var (channel, end) = await client.OpenChannelAsync();
        await client.ConfigureAsync(
            channel, end, new ProtectionCommand(ProtectionFlags.ProtectionEnabled));
        await rig.Device.CopyResourceAsync(staging, output);
        Assert.Equal(new byte[SurfaceBytes], await client.ReadAsync(staging));
        Assert.Equal(DdiStatus.InvalidArg, (await rig.Device.MapAsync(output, CpuAccess.Read)).Status);
    }

    [Fact]
    public async Task Objects_of_another_device_are_refused_and_stay_as_they_are()
    {
        await using var rig = new SurfaceRig();
        await using var other = rig.Another();
        var foreign = await new SurfaceClient(other).OpenAsync();
        var (staging, output) = (await foreign.CreateAsync(Staging), await foreign.CreateAsync(Protected));

        await rig.Device.DecryptionBltAsync(foreign.Session, staging, output, null, default, Iv(1));
        Assert.Equal([SurfaceRule.WrongDevice], rig.Broken);
        Assert.Equal(
            DdiStatus.InvalidArg,
            await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(
                foreign.Session, await WrapAsync(foreign.Session, Bytes(1))));
        Assert.Equal(Clear, await foreign.ReadBackAsync(await foreign.DecryptAsync(Clear, iv: 1)));
        Assert.NotEqual(
            await foreign.Session.GetCryptoSessionHandleAsync(),
            await (await rig.Device.CreateCryptoSessionAsync(Rsa)).Value!.GetCryptoSessionHandleAsync());
    }

    [Fact]
    public async Task Giving_up_to_wait_does_not_undo_a_call()
    {
        await using var rig = new SurfaceRig();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rig.Device.GetDeviceRemovedReasonAsync(cancel.Token));

        Assert.Equal(DdiStatus.Ok, await rig.Device.GetDeviceRemovedReasonAsync());
    }

    [Fact]
    public async Task Objects_are_bounded()
    {
        await using var rig = new SurfaceRig(settings: new(DeviceProfiles.Full)
        {
            Objects = 1,
            Surfaces = 1,
            SurfaceBytes = 1024,
        });
        var session = (await rig.Device.CreateCryptoSessionAsync(Rsa)).Value!;
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateCryptoSessionAsync(Messages)).Status);
        await session.ReleaseAsync();
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateSurfaceAsync(Staging with { Height = 64 })).Status);
        var surface = (await rig.Device.CreateSurfaceAsync(Staging)).Value!;
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateSurfaceAsync(Staging)).Status);
        await surface.ReleaseAsync();
        Assert.Equal(DdiStatus.Ok, (await rig.Device.CreateSurfaceAsync(Staging with { Height = 16 })).Status);
    }

    private static SurfaceRig Rig(DdiChoices choices) =>
        new(settings: new(DeviceProfiles.Full) { Choices = choices });
}
