namespace Sim.Scenarios.Play;

/// <summary>The device did not play along: a fault of sim itself, since nothing in a playback provokes it.</summary>
/// <param name="message">What happened.</param>
public sealed class PlaybackException(string message) : Exception(message);
