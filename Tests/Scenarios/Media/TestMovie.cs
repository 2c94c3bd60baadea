using Sim.Scenarios.Media;

namespace Sim.Tests.Scenarios.Media;

internal enum AuxPlace
{
    Senc,
    SencInTrak,
    PiffUuid,
    SaizInMdat,
    SaizPerRun,
}

internal enum BaseMode
{
    DefaultIsMoof,
    BaseDataOffset,
    Implied,
}

/// <summary>A file to be written encrypted, and clear as it should come out.</summary>
internal sealed record TestMovie(params TestTrack[] Tracks)
{
    public AuxPlace Aux { get; init; }

    public bool HasPssh { get; init; } = true;

    public bool MoovLast { get; init; }

    public bool Wide { get; init; }

    public bool OpenEnded { get; init; }

    public bool Co64 { get; init; }

    /// <summary>The bits of a size in stz2; 0 for stsz.</summary>
    public int Stz2 { get; init; }

    /// <summary>Whether stsz, trex or tfhd says one size for all.</summary>
    public bool EqualSizes { get; init; }

    public bool SizesInTfhd { get; init; }

    public int Mdats { get; init; } = 1;

    /// <summary>Samples per track in one fragment; 0 for a progressive file.</summary>
    public int PerFragment { get; init; }

    public int RunsPerFragment { get; init; } = 1;

    public bool OmitsLaterOffsets { get; init; }

    public BaseMode Base { get; init; }

    public bool HasIndexes { get; init; }

    public bool HasForeignSaio { get; init; }

    public string Scheme { get; init; } = "cenc";

    /// <summary>Whether the clear output equals the clear file byte for byte.</summary>
    public bool IsExact => Aux is not (AuxPlace.SaizInMdat or AuxPlace.SaizPerRun);

    public ContentKeys Keys => ContentKeys.Parse(Tracks
        .SelectMany(track => track.Samples)
        .Select(sample => sample.Key)
        .Where(key => key is not null)
        .DistinctBy(key => key!.Kid)
        .Select(key => $"{key!.Kid}:{Convert.ToHexString(key.Key)}"));

    public byte[] Write(bool encrypted) => Mp4Writer.Build(writer =>
    {
        var parts = new MovieParts(writer, this, encrypted);
        if (PerFragment > 0) new FragmentedParts(writer, this, encrypted, parts).Write();
        else new ProgressiveParts(writer, this, encrypted, parts).Write();
    });
}
