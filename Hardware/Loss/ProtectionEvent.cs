namespace Sim.Hardware.Loss;

/// <summary>What can happen to the content protection of an adapter. Which fields mean something depends on <see cref="Kind"/>.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="ContentLost">For a teardown: protected content is corrupted, too.</param>
/// <param name="Wait">For a wait that is over: its number.</param>
public readonly record struct ProtectionEvent(ProtectionEvent.Kinds Kind, bool ContentLost = false, int Wait = 0)
{
    /// <summary>The kinds of event.</summary>
    public enum Kinds
    {
        /// <summary>Hardware protection is to be torn down (display change, firmware, reset).</summary>
        Teardown,

        /// <summary>The adapter loses its power.</summary>
        Suspend,

        /// <summary>The adapter has power again.</summary>
        Resume,

        /// <summary>Somebody wants a session while protection is not active.</summary>
        SessionWanted,

        /// <summary>The time is over that <see cref="ProtectionEffect.Kinds.Wait"/> asked for.</summary>
        WaitOver,

        /// <summary>The device is removed.</summary>
        Remove,
    }
}
