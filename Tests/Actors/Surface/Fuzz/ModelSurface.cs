using Sim.Hardware.Choices;
using Sim.Hardware.Resources;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// What an application knows of a surface: the few things that it may hold, of which one must be there whenever somebody
/// looks. More than one where a call may have been refused unseen, or work aborted.
/// </summary>
/// <param name="desc">What it was created as.</param>
/// <param name="size">Bytes of it.</param>
internal sealed class ModelSurface(ResourceDesc desc, int size)
{
    // More is as good as nothing.
    private const int MostContents = 8;

    private List<byte[]>? _contents = [new byte[size]];
    private int? _abortsBefore;
    private bool _isMixedByAbort;

    public ResourceDesc Desc { get; } = desc;

    public int Size { get; } = size;

    public bool IsMapped { get; set; }

    /// <summary>Whether keys made what it holds, by way of whatever copies.</summary>
    public bool IsMadeWithKeys { get; private set; }

    /// <summary>What it may hold; null: anything.</summary>
    /// <param name="aborts">Jobs of the device that were aborted so far.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    public IReadOnlyList<byte[]>? Contents(int aborts, DdiChoices choices)
    {
        if (_abortsBefore is { } before && before != aborts && _contents is not null)
        {
            var aborted = new byte[Size];
            AbortedSurface.Settle(aborted, choices);
            _contents.Add(aborted);
            if (_isMixedByAbort)
                _contents = null;
        }

        (_abortsBefore, _isMixedByAbort) = (null, false);
        return _contents;
    }

    /// <summary>All of it was written, at once.</summary>
    /// <param name="contents">What it may hold then; null: anything.</param>
    /// <param name="withKeys">Keys made it.</param>
    public void Write(IEnumerable<byte[]>? contents, bool withKeys)
    {
        _contents = contents?.ToList() is { Count: <= MostContents } few ? few : null;
        (IsMadeWithKeys, _abortsBefore, _isMixedByAbort) = (withKeys, null, false);
    }

    /// <summary>The same by a job: if it is aborted the surface is as an abort leaves it.</summary>
    /// <param name="contents">What it may hold then; null: anything.</param>
    /// <param name="abortsBefore">Jobs of the device that were aborted before the call was sent.</param>
    public void WriteByJob(IEnumerable<byte[]>? contents, int abortsBefore)
    {
        Write(contents, withKeys: true);
        _abortsBefore = abortsBefore;
    }

    /// <summary>A part of it is written, by a job among others: if one of them is aborted, it holds a bit of each.</summary>
    public void WritePart(byte[]? bytes, int offset, bool withKeys, int abortsBefore)
    {
        if (bytes is null)
            _contents = null;
        // What is there may be handed on already.
        _contents = _contents?.ConvertAll(old => Overlaid(old, bytes!, offset));
        IsMadeWithKeys |= withKeys;
        _abortsBefore ??= abortsBefore;
        _isMixedByAbort = true;
    }

    private static byte[] Overlaid(byte[] old, byte[] bytes, int offset)
    {
        var result = (byte[])old.Clone();
        if (offset < result.Length)
            bytes.AsSpan(0, Math.Min(bytes.Length, result.Length - offset)).CopyTo(result.AsSpan(offset));
        return result;
    }
}
