namespace Sim.Hardware.Resources;

/// <summary>A surface and what it holds.</summary>
/// <param name="Desc">What it was created as.</param>
public sealed record ProtectedSurface(ResourceDesc Desc)
{
    /// <summary>What it holds.</summary>
    public SurfaceContent Content { get; init; }

    /// <summary>The device's generation when protected content was written last.</summary>
    public SurfaceGeneration Stamp { get; init; }

    /// <summary>Work that writes it has not ended.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The surface after protected content was written into it.</summary>
    public ProtectedSurface Written(SurfaceContent content, SurfaceGeneration now) =>
        this with { Content = content, Stamp = now, IsBusy = false };

    /// <summary>
    /// Whether its protected content is still what was written: whoever shows, reads or decodes from it must ask, at
    /// submission and once more at the end.
    /// </summary>
    public bool IsCurrent(SurfaceGeneration now) => Content switch
    {
        SurfaceContent.Open => true,
        SurfaceContent.Undefined => false,
        _ => Stamp == now,
    };
}
