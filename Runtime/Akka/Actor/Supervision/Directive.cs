namespace Akka.Actor;

/// <summary>What a supervisor does with a failed child.</summary>
public enum Directive
{
    /// <summary>The child goes on with its next message and keeps its state.</summary>
    Resume,

    /// <summary>The child goes on with its next message as a new instance.</summary>
    Restart,

    /// <summary>The supervisor fails with the same cause.</summary>
    Escalate,

    /// <summary>The child ends.</summary>
    Stop,
}
