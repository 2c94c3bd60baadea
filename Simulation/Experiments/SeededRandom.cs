namespace Sim.Simulation.Experiments;

/// <summary>
/// The generator of all choices: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA
/// 2014), which gives the same numbers on every machine and costs nothing to begin anew.
/// </summary>
/// <param name="seed">Where it begins.</param>
public struct SeededRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += Golden);

    /// <summary>An index below a bound, evenly to within 2^-32 of it.</summary>
    /// <param name="count">The bound, at least 1.</param>
    public int Below(int count) => Scale(Next(), count);

    /// <summary>What <see cref="Below"/> makes of the next 64 bits.</summary>
    public static int Scale(ulong bits, int count) => (int)(((bits >> 32) * (ulong)count) >> 32);

    /// <summary>A seed of its own for each number.</summary>
    /// <param name="seed">Seed of the whole.</param>
    /// <param name="number">Which of it.</param>
    public static ulong Of(ulong seed, long number) => Mix(Mix(seed + Golden) ^ ((ulong)number * Golden));

    /// <summary>Mixes 64 bits so that each depends on all.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
