using Sim.Actors.Tracing;
using Sim.Hardware.Resources;

namespace Sim.Checkers;

/// <summary>The device shows no protected content that it has lost.</summary>
public sealed class NoLostContentShown() : Property(
    nameof(NoLostContentShown), PropertyKind.Always, typeof(ProtectionChanged), typeof(ContentShown))
{
    private SurfaceGeneration _content = SurfaceGeneration.First;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case ProtectionChanged changed:
                _content = changed.Content;
                break;
            case ContentShown shown:
                Reach();
                if (shown.Stamp != _content)
                    Violate($"content with stamp {shown.Stamp} was shown, and what is not lost has stamp {_content}");
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _content = SurfaceGeneration.First;
    }
}
