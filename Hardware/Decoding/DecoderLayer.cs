namespace Sim.Hardware.Decoding;

/// <summary>Who calls: some arguments mean different things to the two.</summary>
public enum DecoderLayer
{
    /// <summary>The application, through ID3D11VideoContext.</summary>
    Application,

    /// <summary>The runtime, through the driver interface.</summary>
    Driver,
}
