namespace Sim.Scenarios.Output;

/// <summary>How a drawing tells one epoch from the next.</summary>
internal static class EpochMarks
{
    /// <summary>The reserved name of a dark red.</summary>
    public const string FailureColour = "terrible";

    private const int Letters = 26;

    // Names that chrome://tracing reserves for colours, as far from each other as they come, and from red.
    private static readonly string[] Colours =
    [
        "rail_response", "thread_state_iowait", "rail_load", "thread_state_uninterruptible",
        "yellow", "background_memory_dump", "olive", "thread_state_runnable",
    ];

    /// <summary>A, B, C, ... for epoch 0, 1, 2, ..., and again from A; small for a job that was aborted.</summary>
    public static char LetterOf(int epoch, bool isAborted = false) => (char)((isAborted ? 'a' : 'A') + (epoch % Letters));

    /// <summary>The reserved name of a colour, in turn.</summary>
    public static string ColourOf(int epoch) => Colours[epoch % Colours.Length];
}
