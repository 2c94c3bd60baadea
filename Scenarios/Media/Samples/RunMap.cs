namespace Sim.Scenarios.Media.Samples;

/// <summary>
/// How the samples of a track or fragment are divided into runs that lie in one piece (chunks, or truns). Runs of equal
/// length and sample entry share one record, as in the sample-to-chunk box.
/// </summary>
internal sealed class RunMap
{
    private readonly List<Stretch> _stretches = [];

    public int RunCount { get; private set; }

    public int SampleCount { get; private set; }

    /// <summary>Appends runs. The caller has bounded both numbers and their product.</summary>
    public void Add(int runs, int samplesPerRun, SampleEntry entry)
    {
        if (runs == 0) return;
        _stretches.Add(new(RunCount, SampleCount, samplesPerRun, entry));
        RunCount += runs;
        SampleCount += runs * samplesPerRun;
    }

    /// <summary>The first sample of a run, the number of its samples and their entry.</summary>
    public (int First, int Count, SampleEntry Entry) this[int run]
    {
        get
        {
            var (low, high) = (0, _stretches.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (_stretches[middle].FirstRun <= run) low = middle;
                else high = middle - 1;
            }

            var stretch = _stretches[low];
            return (stretch.FirstSample + ((run - stretch.FirstRun) * stretch.SamplesPerRun), stretch.SamplesPerRun, stretch.Entry);
        }
    }

    private readonly record struct Stretch(int FirstRun, int FirstSample, int SamplesPerRun, SampleEntry Entry);
}
