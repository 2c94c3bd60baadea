using Akka.Actor;

namespace Sim.Tests.Samples.TwoPhaseCommit;

/// <summary>Messages of a transfer between two accounts by two-phase commit.</summary>
internal static class Transaction
{
    /// <summary>A client asks for a transfer; it is told <see cref="Committed"/> or <see cref="Aborted"/>.</summary>
    public sealed record Transfer(int Amount);

    public sealed record Committed;

    public sealed record Aborted;

    /// <summary>Phase one: can you change your balance by so much, whatever happens?</summary>
    public sealed record Prepare(int Change);

    public sealed record Yes;

    public sealed record No;

    /// <summary>Phase two.</summary>
    public sealed record Commit;

    public sealed record Abort;

    /// <summary>Somebody has waited long enough.</summary>
    public sealed record Impatient;
}
