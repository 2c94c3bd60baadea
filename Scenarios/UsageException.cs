namespace Sim.Scenarios;

/// <summary>Bad usage: one line that says what is wrong. It never holds a key.</summary>
/// <param name="message">The line.</param>
public sealed class UsageException(string message) : Exception(message);
