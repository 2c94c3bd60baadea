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

    /// <summary>Negotiates another session key and waits for the answer: a key switch like a Finish, which drops a pending random number.</summary>
    Renegotiate,

    /// <summary>Submits a job with the IV of the one before it, which a session refuses for jobs under the session key itself, unless the key is another one.</summary>
    ReuseIv,

    /// <summary>Submits a job whose block count begins with the last one that there is, which a session refuses for jobs of several blocks under the session key itself.</summary>
    WrapCounter,

    /// <summary>
    /// Submits a job whose content key is wrapped for the epoch before, and says so; a session refuses it. Before the first
    /// key switch there is none, and the job is like any other, but that it names its epoch.
    /// </summary>
    StaleWrap,

    /// <summary>
    /// Waits until the engine of the group has ended as many jobs as the client has submitted, or is lost. A wait beyond what
    /// the engine takes is not made.
    /// </summary>
    WaitFence,

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
