namespace Sim.Testing.Failing;

/// <summary>One step, for people.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Actor">Whose step.</param>
/// <param name="Text">What it handled.</param>
/// <param name="Cause">The step that sent it; 0 or below: it was sent before the first.</param>
internal sealed record StoryStep(int Number, string Actor, string Text, int Cause);
