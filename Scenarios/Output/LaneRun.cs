namespace Sim.Scenarios.Output;

/// <summary>A job's time on an engine, in columns of a lane view.</summary>
internal sealed class LaneRun(int session, int epoch, int engine, int first)
{
    public int Session => session;

    public int Engine => engine;

    /// <summary>The column in which it starts.</summary>
    public int First => first;

    /// <summary>The last column that it covers; null while it goes on.</summary>
    public int? Last { get; set; }

    /// <summary>The first column that it covers hanging; null when it does not hang.</summary>
    public int? HangsFrom { get; set; }

    public bool IsAborted { get; set; }

    /// <summary>How a column that it covers looks in its session's lanes.</summary>
    public char At(int column)
    {
        if (column == First)
            return EpochMarks.LetterOf(epoch, IsAborted);
        return column >= HangsFrom ? '~' : '-';
    }
}
