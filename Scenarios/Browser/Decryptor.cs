using Sim.Actors.Surface;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;

namespace Sim.Scenarios.Browser;

/// <summary>
/// Decrypts samples one after the other, as Chromium's D3D11 decryptor does: three buffers, a blit, a copy and a map that
/// waits for the GPU. Its steps are numbered as those of <see cref="CdmProxy"/>.
/// </summary>
/// <param name="proxy">Has the device, the session and the keys.</param>
public sealed class Decryptor(CdmProxy proxy)
{
    /// <summary>The most encrypted bytes of a sample.</summary>
    public const int MaxInput = 16384;

    private static readonly ResourceDesc Staging = new(1024, 4, 4)
    {
        Usage = ResourceUsage.Staging,
        CpuAccess = CpuAccess.Read | CpuAccess.Write,
    };

    private static readonly ResourceDesc Protected = new(1024, 4, 4)
    {
        Bind = ResourceBind.RenderTarget,
        Misc = ResourceMiscFlags.RestrictedContent,
    };

    private ContentProtectionDevice? _device;
    private (VideoSurface Input, VideoSurface Clear, VideoSurface Output)? _buffers;

    /// <summary>How often buffers were created.</summary>
    public int BuffersCreated { get; private set; }

    /// <summary>Decrypts a sample; the one before must be through.</summary>
    /// <returns>What became of it, and its bytes: clear, or none.</returns>
    public async Task<(DecryptStatus Status, byte[] Clear)> DecryptAsync(Sample sample)
    {
        // 11. What passes through, what has no key, and what is not supported.
        if (sample.Config is not { } config)
            return (DecryptStatus.Success, sample.Data);
        if (proxy.Media is not { } session || proxy.Keys.Find(config.KeyId) is not { } wrapped)
            return (DecryptStatus.NoKey, []);
        SubSample[] map = config.Map.Length == 0 ? [new(0, (uint)sample.Data.Length)] : config.Map;
        var encrypted = Encrypted(sample.Data, map);
        if (config.HasPattern || encrypted.Length > MaxInput)
            return (DecryptStatus.Error, []);
        // 12. The buffers, made anew when the device is another.
        if (await BuffersAsync(proxy.Device!) is not var (input, clear, output))
            return (DecryptStatus.Error, []);
        // 13. Only what is encrypted goes in.
        var (written, memory) = await _device!.MapAsync(input, CpuAccess.Write);
        if (written != DdiStatus.Ok)
            return (DecryptStatus.Error, []);
        memory.Span.Clear();
        encrypted.CopyTo(memory);
        await _device.UnmapAsync(input);
        // 14. The whole resource is decrypted, and with it a last block that is not full.
        await _device.DecryptionBltAsync(session, input, clear, null, wrapped, config.Iv);
        // 15. The copy waits for the blit, and the map for the copy.
        await _device.CopyResourceAsync(output, clear);
        var (read, bytes) = await _device.MapAsync(output, CpuAccess.Read);
        if (read != DdiStatus.Ok)
            return (DecryptStatus.Error, []);
        var result = Merged(sample.Data, map, bytes.Span);
        await _device.UnmapAsync(output);
        return (DecryptStatus.Success, result);
    }

    /// <summary>19. Gives the buffers up; the next sample makes new ones.</summary>
    public async Task ReleaseAsync()
    {
        if (_buffers is not var (input, clear, output))
            return;
        (_buffers, _device) = (null, null);
        await input.ReleaseAsync();
        await clear.ReleaseAsync();
        await output.ReleaseAsync();
    }

    private async Task<(VideoSurface, VideoSurface, VideoSurface)?> BuffersAsync(ContentProtectionDevice device)
    {
        if (_buffers is { } known && device == _device)
            return known;
        _device = device;
        var (_, input) = await device.CreateSurfaceAsync(Staging);
        var (_, clear) = await device.CreateSurfaceAsync(Protected);
        var (_, output) = await device.CreateSurfaceAsync(Staging);
        if (input is null || clear is null || output is null)
            return null;
        BuffersCreated++;
        _buffers = (input, clear, output);
        return _buffers;
    }

    private static byte[] Encrypted(byte[] data, SubSample[] map)
    {
        var (encrypted, offset) = (new List<byte>(), 0);
        foreach (var (clear, cipher) in map)
        {
            offset += (int)clear;
            encrypted.AddRange(data.AsSpan(offset, (int)cipher));
            offset += (int)cipher;
        }

        return [.. encrypted];
    }

    private static byte[] Merged(byte[] data, SubSample[] map, ReadOnlySpan<byte> decrypted)
    {
        var (merged, offset) = ((byte[])data.Clone(), 0);
        foreach (var (clear, cipher) in map)
        {
            offset += (int)clear;
            decrypted[..(int)cipher].CopyTo(merged.AsSpan(offset));
            decrypted = decrypted[(int)cipher..];
            offset += (int)cipher;
        }

        return merged;
    }
}
