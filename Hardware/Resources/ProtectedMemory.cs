namespace Sim.Hardware.Resources;

/// <summary>The memory of a device that can hold protected surfaces.</summary>
/// <param name="Size">Its bytes (ProtectedMemorySize).</param>
/// <param name="Used">Bytes that are taken.</param>
public readonly record struct ProtectedMemory(ulong Size, ulong Used)
{
    /// <summary>Takes memory.</summary>
    /// <param name="bytes">How much.</param>
    /// <param name="left">Receives the memory after; unchanged if there is too little.</param>
    /// <returns>False if there is too little.</returns>
    public bool TryTake(ulong bytes, out ProtectedMemory left)
    {
        var fits = bytes <= Size - Used;
        left = fits ? this with { Used = Used + bytes } : this;
        return fits;
    }

    /// <summary>Gives memory back.</summary>
    public ProtectedMemory Free(ulong bytes) => this with { Used = Used - Math.Min(bytes, Used) };
}
