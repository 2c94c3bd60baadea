namespace Sim.Testing.ContentProtection;

/// <summary>Something was not as a script expected it.</summary>
/// <param name="message">What, in one line.</param>
public sealed class ExpectationException(string message) : Exception(message);
