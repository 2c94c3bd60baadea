namespace Sim.Hardware.Ddi;

/// <summary>The decoder profiles that the simulated devices have. No decoding is <see cref="Guid.Empty"/>
/// (NULL_GUID).</summary>
public static class DecodeProfiles
{
    /// <summary>D3D11_DECODER_PROFILE_H264_VLD_NOFGT.</summary>
    public static readonly Guid H264VldNoFgt = new("1b81be68-a0c7-11d3-b984-00c04f2e73c5");

    /// <summary>D3D11_DECODER_PROFILE_HEVC_VLD_MAIN.</summary>
    public static readonly Guid HevcVldMain = new("5b11d51b-2f4c-4452-bcc3-09f2a1160cc0");
}
