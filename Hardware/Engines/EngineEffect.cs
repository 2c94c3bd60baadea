using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>What an engine machine asks its shell to do.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Job">The job that it concerns.</param>
/// <param name="Key">For a start: the session key to use.</param>
public readonly record struct EngineEffect(EngineEffect.Kinds Kind, LatchedJob Job, SessionKey? Key)
{
    /// <summary>The kinds of effect.</summary>
    public enum Kinds
    {
        /// <summary>Decrypt the job under the key.</summary>
        Start,

        /// <summary>Tell the session that the engine has stopped writing.</summary>
        End,
    }

    /// <summary>A job starts under a key.</summary>
    public static EngineEffect Start(LatchedJob job, SessionKey key) => new(Kinds.Start, job, key);

    /// <summary>A job has stopped.</summary>
    public static EngineEffect End(LatchedJob job) => new(Kinds.End, job, Key: null);
}
