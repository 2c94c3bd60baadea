using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// A file that is written while a run goes on. A full disk must not fail the actor that happens to record: what goes wrong is
/// kept for <see cref="Commit"/>, and nothing is written after it.
/// </summary>
internal sealed class PatientOutput : IDisposable
{
    /// <summary>Bytes that are worth a call to the system.</summary>
    public const int Piece = 1 << 18;

    private readonly AtomicOutput _output;
    private MediaException? _failure;

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public PatientOutput(string path) => _output = AtomicOutput.Create(path);

    /// <summary>True when something went wrong.</summary>
    public bool IsBroken => _failure is not null;

    /// <summary>Appends bytes, if nothing went wrong yet.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (IsBroken)
            return;
        try
        {
            _output.Write(bytes);
        }
        catch (MediaException failure)
        {
            _failure = failure;
        }
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        if (_failure is not null)
            throw _failure;
        _output.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();
}
