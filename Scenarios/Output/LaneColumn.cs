namespace Sim.Scenarios.Output;

/// <summary>One event that takes a column in a lane view.</summary>
/// <param name="Session">The session that it belongs to.</param>
/// <param name="Mark">What is drawn through the session's lanes; null where a job starts, which its own lane shows.</param>
internal readonly record struct LaneColumn(int Session, char? Mark);
