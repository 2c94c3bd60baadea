using Akka.Actor;
using Sim.Actors.Surface;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Sim.Scenarios.Browser;
using Sim.Tests.Actors.Surface;
using Xunit;

namespace Sim.Tests.Samples.BrowserPlayback;

/// <summary>
/// The playback of a browser, in the steps and with the tests of Chromium's CDM proxy and decryptor
/// (media/gpu/windows/d3d11_cdm_proxy_unittest.cc, d3d11_decryptor_unittest.cc): what each of them claims, claimed
/// here.
/// </summary>
public sealed class BrowserPlaybackTests
{
    private static readonly Guid KeyId = new("0102030405060708090a0b0c0d0e0f10");
    private static readonly byte[] ContentKey = SurfaceClient.Bytes(0x44);
    private ulong _iv;

    [Theory]
    [InlineData("slots")]
    [InlineData("drain")]
    [InlineData("marker")]
    public async Task Nineteen_steps_play_and_a_refresh_comes_between(string policy)
    {
        await using var rig = new SurfaceRig(policy: policy);
        var power = new PowerMonitor();
        var proxy = new CdmProxy(new(() => rig.Device, power));
        Assert.Equal(CdmStatus.Ok, await proxy.InitializeAsync());
        for (var function = 1u; function <= 3; function++)
            Assert.Equal([0xfe, 0xfd], await proxy.ProcessAsync(function, [1, 2]));
        Assert.True(await proxy.CreateMediaSessionAsync(SurfaceClient.Bytes(0x55)));
        proxy.Keys.Set(KeyId, ContentKey);
        Assert.NotNull(await proxy.BindDecoderAsync());
        var decryptor = new Decryptor(proxy);
        for (var i = 0; i < 6; i++)
        {
            await Plays(decryptor, 100 + (1000 * i));
            if (i % 2 == 1)
                await proxy.RefreshAsync();
        }

        // Another content key, and no barrier for it.
        proxy.Keys.Set(KeyId, SurfaceClient.Bytes(0x45));
        await Plays(decryptor, 500, SurfaceClient.Bytes(0x45));
        power.Suspend();
        Assert.Equal(DecryptStatus.NoKey, (await decryptor.DecryptAsync(Encrypted(Clear(16)))).Status);
        await proxy.DisposeAsync();

        Assert.Equal((1, 0), (proxy.Resets, power.Listeners));
        Assert.Empty(rig.Broken);
        SurfaceFunction[] order =
        [
            SurfaceFunction.GetContentProtectionCaps, SurfaceFunction.GetCryptoKeyExchangeType,
            SurfaceFunction.CreateAuthenticatedChannel, SurfaceFunction.NegotiateAuthenticatedChannelKeyExchange,
            SurfaceFunction.ConfigureAuthenticatedChannel, SurfaceFunction.QueryAuthenticatedChannel,
            SurfaceFunction.CreateCryptoSession, SurfaceFunction.GetCryptoSessionPrivateDataSize,
            SurfaceFunction.NegotiateCryptoSessionKeyExchange, SurfaceFunction.GetDataForNewHardwareKey,
            SurfaceFunction.CheckCryptoSessionStatus, SurfaceFunction.VideoDecoderGetHandle,
            SurfaceFunction.CryptoSessionGetHandle, SurfaceFunction.DecryptionBlt,
            SurfaceFunction.StartSessionKeyRefresh, SurfaceFunction.FinishSessionKeyRefresh,
            SurfaceFunction.DestroyCryptoSession, SurfaceFunction.DestroyAuthenticatedChannel,
        ];
        Assert.Equal(order, rig.Called.Where(order.Contains).Distinct());
    }

    [Fact]
    public async Task FullSample_is_decrypted_as_a_whole() =>
        await Play(async (_, decryptor) => await Plays(decryptor, 4096));

    [Fact]
    public async Task InputSizeNotMultipleOf16_is_rounded_up_and_comes_back_in_its_own_size() =>
        await Play(async (_, decryptor) => await Plays(decryptor, 77));

    [Fact]
    public async Task Subsample_leaves_clear_bytes_as_they_are() => await Play(async (_, decryptor) =>
    {
        SubSample[] map = [new(5, 40), new(0, 33), new(12, 0), new(3, 7)];
        var clear = Clear(100);

        var (status, bytes) = await decryptor.DecryptAsync(Encrypted(clear, map: map));

        Assert.Equal(DecryptStatus.Success, status);
        Assert.Equal(clear, bytes);
    });

    [Fact]
    public async Task InputTooBig_is_an_error() => await Play(async (_, decryptor) =>
    {
        await Plays(decryptor, Decryptor.MaxInput);
        var (status, _) = await decryptor.DecryptAsync(Encrypted(Clear(Decryptor.MaxInput + 1)));
        Assert.Equal(DecryptStatus.Error, status);
    });

    [Fact]
    public async Task NoDecryptConfig_passes_through() => await Play(async (_, decryptor) =>
    {
        var (status, bytes) = await decryptor.DecryptAsync(new(Clear(50), null));
        Assert.Equal(DecryptStatus.Success, status);
        Assert.Equal(Clear(50), bytes);
    });

    [Fact]
    public async Task PatternDecryption_is_an_error() => await Play(async (_, decryptor) =>
    {
        var sample = Encrypted(Clear(64));
        var (status, _) = await decryptor.DecryptAsync(sample with { Config = sample.Config! with { HasPattern = true } });
        Assert.Equal(DecryptStatus.Error, status);
    });

    [Fact]
    public async Task NoDecryptContext_has_no_key_until_one_is_set() => await Play(async (proxy, decryptor) =>
    {
        var (clear, other, told) = (Clear(64), Guid.Empty, new List<Guid>());
        proxy.Keys.KeySet += told.Add;
        var sample = Encrypted(clear);
        var unknown = sample with { Config = sample.Config! with { KeyId = other } };
        Assert.Equal(DecryptStatus.NoKey, (await decryptor.DecryptAsync(unknown)).Status);

        proxy.Keys.Set(other, ContentKey);
        Assert.Equal([other], told);
        Assert.Equal(clear, (await decryptor.DecryptAsync(unknown)).Clear);
        proxy.Keys.Remove(other);
        Assert.Equal(DecryptStatus.NoKey, (await decryptor.DecryptAsync(unknown)).Status);
    });

    [Fact]
    public async Task ReuseBuffers_makes_them_once_for_a_device() => await Play(async (_, decryptor) =>
    {
        await Plays(decryptor, 100);
        await Plays(decryptor, 200);
        Assert.Equal(1, decryptor.BuffersCreated);
    });

    [Fact]
    public async Task Buffers_that_were_given_up_are_made_again() => await Play(async (_, decryptor) =>
    {
        await Plays(decryptor, 100);
        await decryptor.ReleaseAsync();
        await Plays(decryptor, 200);
        Assert.Equal(2, decryptor.BuffersCreated);
    });

    [Fact]
    public async Task FailedToCreateDevice_ends_the_start()
    {
        await using var proxy = new CdmProxy(new(() => null, new PowerMonitor()));
        Assert.Equal(CdmStatus.NoDevice, await proxy.InitializeAsync());
    }

    [Fact]
    public async Task NoPowerMonitor_ends_the_start()
    {
        await using var rig = new SurfaceRig();
        await using var proxy = new CdmProxy(new(() => rig.Device, Power: null));
        Assert.Equal(CdmStatus.NoPowerMonitor, await proxy.InitializeAsync());
    }

    [Fact]
    public async Task FailedToRegisterForContentProtectionTeardown_ends_the_start() =>
        await Fails(DdiContentProtectionCaps.HardwareTeardown, CdmStatus.NoTeardownEvent);

    [Fact]
    public async Task NoProtection_ends_the_start() =>
        await Fails(DdiContentProtectionCaps.DecryptionBlt, CdmStatus.NoProtection);

    [Fact]
    public async Task NoHwKeyExchange_ends_the_start()
    {
        var crypto = DeviceProfiles.Full.Cryptos[0] with { KeyExchangeTypes = [KeyExchangeTypes.RsaesOaep] };
        await using var rig = new SurfaceRig(DeviceProfiles.Full with { Cryptos = [crypto] });
        await using var proxy = new CdmProxy(new(() => rig.Device, new PowerMonitor()));
        Assert.Equal(CdmStatus.NoHardwareKeyExchange, await proxy.InitializeAsync());
    }

    [Fact]
    public async Task HardwareContentProtectionTeardown_drops_the_keys_and_a_new_session_plays_on()
    {
        await using var rig = new SurfaceRig();
        await using var proxy = await StartAsync(rig);
        var decryptor = new Decryptor(proxy);
        await Plays(decryptor, 100);

        rig.Raw.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: true));
        await proxy.Watching;

        Assert.Equal(1, proxy.Resets);
        Assert.Equal(DecryptStatus.NoKey, (await decryptor.DecryptAsync(Encrypted(Clear(16)))).Status);
        Assert.Null(await proxy.ProcessAsync(1, [1]));
        Assert.True(await proxy.CreateMediaSessionAsync(SurfaceClient.Bytes(0x56)));
        proxy.Keys.Set(KeyId, ContentKey);
        await Plays(decryptor, 100);
    }

    [Fact]
    public async Task PowerSuspend_drops_the_keys_and_tells_the_client()
    {
        await using var rig = new SurfaceRig();
        var power = new PowerMonitor();
        await using var proxy = await StartAsync(rig, power);
        var told = 0;
        proxy.HardwareReset += () => told++;

        rig.Raw.Tell(VideoDevice.Suspend.Instance);
        power.Suspend();

        Assert.Equal(1, told);
        Assert.Equal(
            DecryptStatus.NoKey, (await new Decryptor(proxy).DecryptAsync(Encrypted(Clear(16)))).Status);
        // 18. A licence that arrives for the session that was lost changes nothing.
        proxy.Keys.Set(KeyId, ContentKey);
        Assert.Equal(
            DecryptStatus.NoKey, (await new Decryptor(proxy).DecryptAsync(Encrypted(Clear(16)))).Status);
    }

    // 19. In other orders, too.
    [Fact]
    public async Task Objects_may_be_released_in_any_order()
    {
        await using var rig = new SurfaceRig();
        var proxy = await StartAsync(rig);
        var decryptor = new Decryptor(proxy);
        await Plays(decryptor, 100);

        await rig.Device.DisposeAsync();
        await proxy.DisposeAsync();

        Assert.Equal(DecryptStatus.NoKey, (await decryptor.DecryptAsync(Encrypted(Clear(16)))).Status);
    }

    private static byte[] Clear(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)((i * 7) ^ (i >> 8)))];

    private Sample Encrypted(byte[] clear, byte[]? key = null, SubSample[]? map = null)
    {
        using var cipher = new AesKey(key ?? ContentKey);
        var iv = ++_iv;
        var ranges = map is null ? EncryptedRanges.Whole : EncryptedRanges.SubSamples(map);
        var encrypted = new byte[clear.Length];
        RangeCipher.Transform(cipher, new AesCtrIv(iv, 0), ranges, clear, encrypted);
        return new(encrypted, new(KeyId, SurfaceClient.Iv(iv), map ?? []));
    }

    private async Task Plays(Decryptor decryptor, int size, byte[]? key = null)
    {
        var (status, bytes) = await decryptor.DecryptAsync(Encrypted(Clear(size), key));
        Assert.Equal(DecryptStatus.Success, status);
        Assert.Equal(Clear(size), bytes);
    }

    private static async Task<CdmProxy> StartAsync(SurfaceRig rig, PowerMonitor? power = null)
    {
        var proxy = new CdmProxy(new(() => rig.Device, power ?? new PowerMonitor()));
        Assert.Equal(CdmStatus.Ok, await proxy.InitializeAsync());
        Assert.True(await proxy.CreateMediaSessionAsync(SurfaceClient.Bytes(0x55)));
        proxy.Keys.Set(KeyId, ContentKey);
        return proxy;
    }

    private static async Task Play(Func<CdmProxy, Decryptor, Task> play)
    {
        await using var rig = new SurfaceRig();
        await using var proxy = await StartAsync(rig);
        await play(proxy, new Decryptor(proxy));
    }

    private static async Task Fails(DdiContentProtectionCaps without, CdmStatus status)
    {
        await using var rig = new SurfaceRig(DeviceProfiles.Full with { Caps = DeviceProfiles.Full.Caps & ~without });
        await using var proxy = new CdmProxy(new(() => rig.Device, new PowerMonitor()));
        Assert.Equal(status, await proxy.InitializeAsync());
    }
}
