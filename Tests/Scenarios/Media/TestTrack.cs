using Sim.Hardware.Crypto;
using Sim.Scenarios.Media;

namespace Sim.Tests.Scenarios.Media;

/// <summary>How a test encrypts samples.</summary>
internal sealed record TestKey(KeyId Kid, byte[] Key, int IvSize = 8)
{
    public static TestKey Number(int number, int ivSize = 8)
    {
        var bytes = new byte[16];
        new Random(number).NextBytes(bytes);
        return new(new KeyId((UInt128)0xABCDEF << 96 | (uint)number), bytes, ivSize);
    }
}

/// <summary>One sample with its clear bytes; no key means that it is clear in the encrypted file, too.</summary>
/// <param name="Entry">The sample entry it uses, from 1.</param>
/// <param name="Group">The seig group it is in: 0 for none, above 0x10000 for one of its own fragment.</param>
internal sealed record TestSample(
    byte[] Clear, TestKey? Key, ulong Iv, ulong BlockCount, SubSample[] SubSamples, int Entry = 1, uint Group = 0)
{
    public byte[] Stored(bool encrypted) =>
        encrypted && Key is not null ? CounterMode.Apply(Clear, Key.Key, Iv, BlockCount, SubSamples) : Clear;
}

/// <summary>One track of a test file.</summary>
internal sealed record TestTrack(uint Id, List<TestSample> Samples)
{
    public string Handler { get; init; } = "vide";

    public string ClearType { get; init; } = "avc1";

    public string ProtectedType { get; init; } = "encv";

    /// <summary>Whether sound entries have the longer form of QuickTime's version 1.</summary>
    public bool IsQuickTimeSound { get; init; }

    /// <summary>The key of the first sample entry; null for a clear track.</summary>
    public TestKey? Key { get; init; }

    /// <summary>Whether a second, clear sample entry follows the first.</summary>
    public bool HasClearEntry { get; init; }

    /// <summary>What the seig groups say; null is a clear group.</summary>
    public TestKey?[] Groups { get; init; } = [];

    /// <summary>The same for groups that each fragment brings itself.</summary>
    public TestKey?[] LocalGroups { get; init; } = [];

    /// <summary>The sgpd version: 0, 1, 2 with and 3 (for 2) without a default length.</summary>
    public int GroupVersion { get; init; } = 1;

    public uint DefaultGroup { get; init; }

    /// <summary>Whether samples are mapped to groups; without, the default group holds.</summary>
    public bool MapsGroups { get; init; } = true;

    public byte TencVersion { get; init; }

    public bool UsesSubSamples { get; init; } = true;

    public int SamplesPerChunk { get; init; } = 3;

    /// <summary>Samples of random sizes and bytes, all under one key.</summary>
    public static TestTrack Make(uint id, int count, TestKey? key, bool subSamples = true, int size = 0)
    {
        var random = new Random((int)id * 1000 + count);
        var samples = new List<TestSample>();
        for (var i = 0; i < count; i++) samples.Add(Sample(random, key, subSamples, size));
        return new(id, samples) { Key = key, UsesSubSamples = subSamples };
    }

    public static TestSample Sample(Random random, TestKey? key, bool subSamples, int size = 0)
    {
        var clear = new byte[size > 0 ? size : random.Next(20, 200)];
        random.NextBytes(clear);
        var half = clear.Length / 2;
        SubSample[] parts = !subSamples || key is null
            ? []
            : [new(5, (uint)(half - 5)), new(3, 0), new(0, (uint)(clear.Length - half - 3))];
        return new(clear, key, (ulong)random.NextInt64(), key?.IvSize == 16 ? (ulong)random.NextInt64() : 0, parts);
    }
}
