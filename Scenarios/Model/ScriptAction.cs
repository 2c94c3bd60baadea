namespace Sim.Scenarios.Model;

/// <summary>What a command of a script does.</summary>
public enum ScriptAction : byte
{
    /// <summary>Submits a job.</summary>
    Job,

    /// <summary>Calls StartSessionKeyRefresh and goes on without waiting for the random number.</summary>
    Start,

    /// <summary>
    /// Calls FinishSessionKeyRefresh. While a Start is not answered it waits for the random number; without one it calls at
    /// once, which is misuse.
    /// </summary>
    Finish,

    /// <summary>The platform loses the session's key.</summary>
    LoseKey,

    /// <summary>Closes the session.</summary>
    Close,

    /// <summary>Closes the session if it is not closed, opens another one, agrees on a key, and goes on with the script.</summary>
    Reopen,

    /// <summary>Shows what the session's latest completed job has written; nothing when none has completed.</summary>
    Present,

    /// <summary>The device's hardware protection is torn down.</summary>
    Teardown,

    /// <summary>The device is suspended.</summary>
    Suspend,

    /// <summary>The device is resumed.</summary>
    Resume,
}
