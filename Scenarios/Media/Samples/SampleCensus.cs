namespace Sim.Scenarios.Media.Samples;

/// <summary>What the first pass counts: samples per track, and the key ids in order of first use.</summary>
internal sealed class SampleCensus(Boxes.MediaSource source, int tracks)
{
    /// <summary>The most key ids in one file.</summary>
    public const int KeyIdsMax = 1 << 16;

    private readonly HashSet<KeyId> _seen = [];
    private ProtectionRule? _last;

    public long[] Samples { get; } = new long[tracks];

    public long[] Protected { get; } = new long[tracks];

    public List<KeyId> KeyIds { get; } = [];

    public void Add(int track, int count)
    {
        Samples[track] += count;
        if (Samples.Sum() > Boxes.BoxFields.SampleCountMax)
        {
            throw source.Fail("", $"holds more than {Boxes.BoxFields.SampleCountMax} samples");
        }
    }

    public void AddProtected(int track, ProtectionRule rule)
    {
        Protected[track]++;
        if (ReferenceEquals(rule, _last)) return;
        _last = rule;
        if (!_seen.Add(rule.Kid)) return;
        if (KeyIds.Count == KeyIdsMax) throw source.Fail("", $"uses more than {KeyIdsMax} key ids");
        KeyIds.Add(rule.Kid);
    }
}
