namespace Sim.Scenarios.Run;

/// <summary>
/// What a client that plays a script works with: its keys, and a place for each of its jobs in flight. It serves one run
/// after the other, so that a run makes neither keys nor buffers.
/// </summary>
/// <param name="client">Index of the client.</param>
/// <param name="stock">What gives its jobs their numbers and contents.</param>
/// <param name="group">The client's group.</param>
public sealed class ScriptBench(int client, LoadStock stock, LoadGroup group)
{
    private readonly Stack<ScriptJob> _free = new();
    private readonly List<ScriptJob> _submitted = [];

    /// <summary>The client's keys.</summary>
    public LoadKeys Keys { get; } = stock.MakeKeys(client, group.Spec.Jobs.ContentKey);

    /// <summary>Jobs to submit anew, in the order in which they were refused.</summary>
    public Queue<long> Again { get; } = new();

    /// <summary>Jobs in flight.</summary>
    public int InFlight { get; private set; }

    /// <summary>Submissions so far.</summary>
    public int Submissions => _submitted.Count;

    /// <summary>Goes back to the beginning of the script, wherever the last run stopped.</summary>
    public void Clear()
    {
        foreach (var job in _submitted)
        {
            if (job.Number != 0)
                Release(job);
        }

        _submitted.Clear();
        Again.Clear();
        Keys.Begin();
    }

    /// <summary>Takes a place for the next submission.</summary>
    /// <param name="job">The client's number of the job, from 0.</param>
    public ScriptJob Take(long job)
    {
        if (!_free.TryPop(out var place))
            place = new ScriptJob(group.Spec.Jobs.SizeMax);
        var shape = stock.Content.Draw(client, job, group.Spec.Jobs.SizeMin, group.Spec.Jobs.SizeMax);
        place.Take(stock.JobNumber(client, _submitted.Count), job, shape);
        _submitted.Add(place);
        InFlight++;
        return place;
    }

    /// <summary>Finds a job in flight by its number on the device.</summary>
    /// <exception cref="RunException">It is not in flight.</exception>
    public ScriptJob Find(long number)
    {
        var submission = stock.Submission(client, number);
        return submission < _submitted.Count && _submitted[(int)submission] is var job && job.Number == number
            ? job
            : throw JobsInFlight.NotThere(number);
    }

    /// <summary>The job of a place has ended.</summary>
    public void Release(ScriptJob job)
    {
        job.Free();
        _free.Push(job);
        InFlight--;
    }
}
