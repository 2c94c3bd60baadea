namespace Sim.Hardware.Channels;

/// <summary>How a process is named (D3D11_AUTHENTICATED_PROCESS_IDENTIFIER_TYPE).</summary>
public enum ProcessType
{
    /// <summary>Not at all.</summary>
    Unknown = 0,

    /// <summary>The desktop's compositor; its handle is ignored.</summary>
    Dwm = 1,

    /// <summary>By its handle.</summary>
    Handle = 2,
}
