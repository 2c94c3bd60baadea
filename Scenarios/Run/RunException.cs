namespace Sim.Scenarios.Run;

/// <summary>The device did not play along with a load: a fault of sim itself, since no scenario may provoke it.</summary>
/// <param name="message">What happened.</param>
public sealed class RunException(string message) : Exception(message);
