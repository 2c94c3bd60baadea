namespace Sim.Hardware.Decoding;

/// <summary>What a decoder decodes (D3D11_VIDEO_DECODER_DESC).</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="SampleWidth">Width in pixels.</param>
/// <param name="SampleHeight">Height in pixels.</param>
/// <param name="OutputFormat">DXGI_FORMAT of its output.</param>
public readonly record struct VideoDecoderDesc(Guid Profile, uint SampleWidth, uint SampleHeight, uint OutputFormat);
