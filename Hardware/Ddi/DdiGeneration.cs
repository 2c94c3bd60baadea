namespace Sim.Hardware.Ddi;

/// <summary>Which generation of the interface a caller speaks. The concepts are the same, some statuses are
/// not.</summary>
public enum DdiGeneration
{
    /// <summary>Direct3D 11.1 and later.</summary>
    D3D11,

    /// <summary>The Direct3D 9 ancestor (IDirect3DCryptoSession9, IDirect3DAuthenticatedChannel9).</summary>
    D3D9,
}
