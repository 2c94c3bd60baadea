namespace Sim.Testing.Failing;

/// <summary>The last message of an actor, whose receiver has sent it nothing since.</summary>
/// <param name="From">The actor.</param>
/// <param name="To">The receiver.</param>
/// <param name="Text">The message.</param>
/// <param name="Step">The step that handled it.</param>
internal sealed record Unanswered(string From, string To, string Text, int Step);
