using Sim.Hardware.Resources;

namespace Sim.Hardware.Loss;

/// <summary>What a protection machine asks its shell to do. Which fields mean something depends on <see cref="Kind"/>.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Phase">The phase that was entered.</param>
/// <param name="Generation">The generation of keys from here on: 1, and one more after each loss.</param>
/// <param name="Content">What protected content is stamped with from here on.</param>
/// <param name="ContentLost">Whether protected content is corrupted, too.</param>
/// <param name="Wait">Number of a wait.</param>
public readonly record struct ProtectionEffect(
    ProtectionEffect.Kinds Kind,
    ProtectionPhase Phase = default,
    int Generation = 0,
    SurfaceGeneration Content = default,
    bool ContentLost = false,
    int Wait = 0)
{
    /// <summary>The kinds of effect.</summary>
    public enum Kinds
    {
        /// <summary><see cref="Phase"/> was entered, in <see cref="Generation"/> and with <see cref="Content"/>.</summary>
        Entered,

        /// <summary>Every key in the hardware is gone; sessions that exist are to be told whether <see cref="ContentLost"/>.</summary>
        LoseKeys,

        /// <summary>Say when the time that <see cref="Phase"/> takes is over, with the number <see cref="Wait"/>.</summary>
        Wait,
    }
}
