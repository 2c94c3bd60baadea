using Sim.Hardware.Resources;

namespace Sim.Hardware.Loss;

/// <summary>The rules of an adapter's content protection; a decorator can put wrong ones in their place.</summary>
public interface IProtectionMachine
{
    /// <summary>What protection is doing.</summary>
    ProtectionPhase Phase { get; }

    /// <summary>What protected content is stamped with; what has another stamp is lost.</summary>
    SurfaceGeneration Content { get; }

    /// <summary>Takes one event and appends what follows from it.</summary>
    void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects);
}
