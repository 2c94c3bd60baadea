namespace Sim.Scenarios;

/// <summary>What the process returns.</summary>
public static class ExitCode
{
    /// <summary>All properties hold.</summary>
    public const int Held = 0;

    /// <summary>A property is violated.</summary>
    public const int Violated = 1;

    /// <summary>Bad usage or bad input; one line on standard error says what.</summary>
    public const int BadInput = 2;

    /// <summary>A fault of sim itself.</summary>
    public const int Fault = 3;
}
