namespace Sim.Hardware.Ddi;

/// <summary>What a <see cref="ContentHandle"/> names.</summary>
public enum ContentHandleKind
{
    /// <summary>A Direct3D device.</summary>
    Device = 0xD1,

    /// <summary>A crypto session.</summary>
    CryptoSession = 0xD2,

    /// <summary>A video decoder.</summary>
    Decoder = 0xD3,

    /// <summary>An authenticated channel.</summary>
    Channel = 0xD4,
}
