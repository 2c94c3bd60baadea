namespace Sim.Hardware.Resources;

/// <summary>Where a resource is bound (those of D3D11_BIND_FLAG that matter here).</summary>
[Flags]
public enum ResourceBind : uint
{
    /// <summary>Nowhere: an off-screen plain surface.</summary>
    None = 0,

    /// <summary>A vertex buffer.</summary>
    VertexBuffer = 0x1,

    /// <summary>An index buffer.</summary>
    IndexBuffer = 0x2,

    /// <summary>Read by shaders.</summary>
    ShaderResource = 0x8,

    /// <summary>A render target.</summary>
    RenderTarget = 0x20,

    /// <summary>The output of a decoder.</summary>
    Decoder = 0x200,
}
