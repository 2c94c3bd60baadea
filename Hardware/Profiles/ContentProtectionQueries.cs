using Sim.Hardware.Ddi;

namespace Sim.Hardware.Profiles;

/// <summary>What a device answers before there is any session.</summary>
public static class ContentProtectionQueries
{
    /// <summary>
    /// GetContentProtectionCaps. Without a crypto type the answer is for all of them together, without a decoder
    /// profile for use without decoding. A driver without crypto sessions answers with success for every crypto type.
    /// </summary>
    /// <param name="device">The device.</param>
    /// <param name="cryptoType">Kind of encryption; <see cref="Guid.Empty"/>: none in particular.</param>
    /// <param name="decodeProfile">Decoder profile; <see cref="Guid.Empty"/>: no decoding.</param>
    /// <param name="generation">Direct3D 9 has a code of its own for an unknown crypto type.</param>
    /// <returns>E_INVALIDARG for an unknown decoder profile, UNSUPPORTEDCRYPTO for a crypto type that is unknown or not
    /// for that profile.</returns>
    public static DdiResult<VideoContentProtectionCaps> GetContentProtectionCaps(
        DeviceProfile device, Guid cryptoType, Guid decodeProfile, DdiGeneration generation = DdiGeneration.D3D11)
    {
        var status = Check(device, cryptoType, decodeProfile, generation);
        if (status != DdiStatus.Ok)
            return new(status, default);
        var count = 0;
        while (KeyExchangeType(device, cryptoType, count) is not null)
            count++;
        return new(DdiStatus.Ok, new VideoContentProtectionCaps(
            device.ApiCaps, (uint)count, device.BlockAlignmentSize, device.ProtectedMemorySize));
    }

    /// <summary>
    /// GetCryptoKeyExchangeType (CheckCryptoKeyExchange to the application). Indices run from 0 to the count in
    /// <see cref="VideoContentProtectionCaps"/>, without it.
    /// </summary>
    /// <returns>E_INVALIDARG for an index beyond the last, else what <see cref="GetContentProtectionCaps"/>
    /// says.</returns>
    public static DdiResult<Guid> GetCryptoKeyExchangeType(
        DeviceProfile device,
        Guid cryptoType,
        Guid decodeProfile,
        uint index,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var status = Check(device, cryptoType, decodeProfile, generation);
        if (status != DdiStatus.Ok)
            return new(status, default);
        return index <= int.MaxValue && KeyExchangeType(device, cryptoType, (int)index) is { } type
            ? new(DdiStatus.Ok, type)
            : new(DdiStatus.InvalidArg, default);
    }

    /// <summary>Whether a device knows a crypto type, and knows it for a decoder profile.</summary>
    internal static DdiStatus Check(
        DeviceProfile device, Guid cryptoType, Guid decodeProfile, DdiGeneration generation)
    {
        if (decodeProfile != Guid.Empty && !device.DecodeProfiles.Contains(decodeProfile))
            return DdiStatus.InvalidArg;
        if (cryptoType == Guid.Empty || device.Cryptos.IsEmpty)
            return DdiStatus.Ok;
        if (device.Crypto(cryptoType) is not { } crypto)
            return generation == DdiGeneration.D3D9 ? DdiStatus.NotAvailable : DdiStatus.UnsupportedCrypto;
        return decodeProfile == Guid.Empty || crypto.DecodeProfiles.Contains(decodeProfile)
            ? DdiStatus.Ok
            : DdiStatus.UnsupportedCrypto;
    }

    // Without a crypto type the types of all of them are counted, each once.
    private static Guid? KeyExchangeType(DeviceProfile device, Guid cryptoType, int index)
    {
        var seen = new List<Guid>();
        foreach (var crypto in device.Cryptos)
        {
            if (cryptoType != Guid.Empty && crypto.CryptoType != cryptoType)
                continue;
            foreach (var type in crypto.KeyExchangeTypes)
            {
                if (seen.Contains(type))
                    continue;
                if (seen.Count == index)
                    return type;
                seen.Add(type);
            }
        }

        return null;
    }
}
