using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Run;

/// <summary>
/// What a client that plays a script works with: its keys, and a place for each of its jobs in flight. It serves one run
/// after the other, so that a run makes neither keys nor buffers, and of the first small jobs not even what they hold.
/// </summary>
/// <param name="client">Index of the client.</param>
/// <param name="stock">What gives its jobs their numbers and contents.</param>
/// <param name="group">The client's group.</param>
public sealed class ScriptBench(int client, LoadStock stock, LoadGroup group)
{
    // Places that do not go round: of one client, and what those of a whole group hold, twice (to be decrypted, and as encrypted).
    private const int KeptMax = 256;
    private const long KeptBytes = 1 << 20;

    private readonly int _keptMax = (int)Math.Min(KeptMax, KeptBytes / Math.Max(1, (long)group.Spec.Count * group.Spec.Jobs.SizeMax));

    // By submission; of the first ones the run before this had some already.
    private readonly List<ScriptJob> _kept = [];
    private readonly List<ScriptJob> _others = [];
    private readonly Stack<ScriptJob> _free = new();

    /// <summary>The client's keys.</summary>
    public LoadKeys Keys { get; } = stock.MakeKeys(client, group.Spec.Jobs.ContentKey);

    /// <summary>Jobs to submit anew, in the order in which they were refused.</summary>
    public Queue<long> Again { get; } = new();

    /// <summary>Jobs in flight.</summary>
    public int InFlight { get; private set; }

    /// <summary>Submissions so far.</summary>
    public int Submissions { get; private set; }

    /// <summary>Goes back to the beginning of the script, wherever the last run stopped.</summary>
    public void Clear()
    {
        if (InFlight > 0)
        {
            GiveUp(_kept);
            GiveUp(_others);
        }

        _others.Clear();
        Submissions = 0;
        Again.Clear();
        Keys.Begin();
    }

    /// <summary>Takes a place for the next submission, and encrypts the job there.</summary>
    /// <param name="job">The client's number of the job, from 0.</param>
    /// <param name="iv">With what.</param>
    public ScriptJob Take(long job, AesCtrIv iv)
    {
        var number = stock.JobNumber(client, Submissions);
        var place = NextPlace();
        if (!place.TryTakeAgain(number, job, iv))
            Fill(place, number, job, iv);
        InFlight++;
        return place;
    }

    /// <summary>The call that submits a job.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="wrapped">Its content key under a session key; null: it has none.</param>
    public DecryptionBlt Call(ScriptJob place, WrappedContentKey? wrapped) =>
        place.Call(group.Ranges, wrapped, group.Spec.Jobs.Engine);

    /// <summary>Finds a job in flight by its number on the device.</summary>
    /// <exception cref="RunException">It is not in flight.</exception>
    public ScriptJob Find(long number)
    {
        var submission = stock.Submission(client, number);
        return submission < Submissions && PlaceOf((int)submission) is var job && job.Number == number
            ? job
            : throw JobsInFlight.NotThere(number);
    }

    /// <summary>The job of a place has ended.</summary>
    public void Release(ScriptJob job)
    {
        job.Free();
        if (job.GoesRound)
            _free.Push(job);
        InFlight--;
    }

    private ScriptJob PlaceOf(int submission) =>
        submission < _keptMax ? _kept[submission] : _others[submission - _keptMax];

    private ScriptJob NextPlace()
    {
        var submission = Submissions++;
        return submission < _kept.Count ? _kept[submission] : AddPlace(submission);
    }

    private ScriptJob AddPlace(int submission)
    {
        if (submission < _keptMax)
        {
            var kept = new ScriptJob(group.Spec.Jobs.SizeMax, submission);
            _kept.Add(kept);
            return kept;
        }

        if (!_free.TryPop(out var place))
            place = new ScriptJob(group.Spec.Jobs.SizeMax);
        _others.Add(place);
        return place;
    }

    private void Fill(ScriptJob place, long number, long job, AesCtrIv iv)
    {
        var shape = stock.Content.Draw(client, job, group.Spec.Jobs.SizeMin, group.Spec.Jobs.SizeMax);
        place.Take(number, job, shape, iv);
        Keys.Encrypt(iv, group.Ranges, stock.Content.Of(shape), place.Bytes.Span);
        if (Keys.Wrapped is not null)
            place.Keep();
    }

    private void GiveUp(List<ScriptJob> places)
    {
        foreach (var place in places)
        {
            if (place.Number != 0)
                Release(place);
        }
    }
}
