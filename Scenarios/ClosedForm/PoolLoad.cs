using System.Globalization;
using Sim.Hardware.Engines;

namespace Sim.Scenarios.ClosedForm;

/// <summary>
/// How busy the engines are, and what they can take. Each formula names what it needs; where that is not so it gives a reason,
/// never a figure.
/// </summary>
internal sealed class PoolLoad
{
    // By what share of a figure each may change it that no formula foresees: how sessions take turns on an engine, and a job by which
    // one engine is done before another.
    private const double Slack = 0.005;

    private const double FewestJobs = 1 / Slack;

    // The same for the sizes that are drawn, as one standard deviation. Chance knows no bound: four of them must leave room for the others,
    // up to the 2 % that figures are judged by.
    private const double SlackOfChance = Slack / 2;

    private const int ClientsPerEngine = 8;

    private readonly LoadModel _model;

    // Jobs a second of all sessions; null: back to back.
    private readonly double? _arrivals;
    private readonly EngineDemand _demand;
    private readonly string? _reason;

    private PoolLoad(LoadModel model)
    {
        _model = model;
        _arrivals = model.Groups.All(group => group.ArrivalsPerSecond is not null) ? model.Groups.Sum(group => group.ArrivalsPerSecond!.Value) : null;
        _demand = MeanDemand();
        _reason = model.Obstacle ?? Unforeseen() ?? TooRough() ?? (_arrivals is null ? NotBackToBack() : NotPaced());
    }

    private double Seconds => _demand.SecondsPerJob(_model.Spec);

    private double Jobs => _model.Groups.Sum(group => group.Spec.Count * group.JobsPerSession);

    private double Longest => _model.Groups.Max(group => new EngineDemand(group.BlocksMax, 1, 1).SecondsPerJob(_model.Spec));

    private bool IsSaturated => _arrivals * Seconds > (1 - Slack) * _model.Engines;

    // With one job in flight for each session: they go round the engines together, or are so many that none is ever idle.
    private bool KeepsAllBusy => _model.Groups is [{ Window: 1 } group]
        && (_model.Sessions >= ClientsPerEngine * _model.Engines || (_model.Sessions % _model.Engines == 0 && group.BlockDeviation == 0));

    private bool HoldsJobs => _model is { Drains: true, Refreshes: true } && _model.Groups.Any(group => group.Window > 1);

    public static PoolLoad Of(LoadModel model) => new(model);

    /// <summary>The share of the time that engines are busy, 0 to 1.</summary>
    public Expected Utilisation() => Expected.Unless(_reason, () => _arrivals is { } arrivals
        ? _demand.Utilisation(_model.Spec, _model.Engines, arrivals)
        : Math.Min(1, (double)_model.Groups.Sum(group => (long)group.Spec.Count * group.Window) / _model.Engines));

    /// <summary>The jobs a second at which every engine is busy all the time.</summary>
    public Expected Saturation() => Expected.Unless(_reason, () => _demand.SaturationPerSecond(_model.Spec, _model.Engines));

    /// <summary>How far the load is from the saturation point, in words; null where no rate says.</summary>
    public string? Headroom() => _reason is null && _arrivals is { } arrivals
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"that is {Math.Floor(_model.Sessions * _demand.SaturationPerSecond(_model.Spec, _model.Engines) / arrivals):N0} such sessions; there are {_model.Sessions:N0}")
        : null;

    private string? Unforeseen() => _model.Groups switch
    {
        { Length: > 1 } when _arrivals is null => "several groups: which share each has only the run tells",
        var groups when groups.Any(group => group.ProgrammingsPerJob(_model.ProgrammingsPerEpoch) is null) =>
            "how many jobs or refreshes there are only the run tells",
        _ when Jobs < FewestJobs || Longest > Slack * Jobs * Math.Max(Seconds / _model.Engines, 1 / (_arrivals ?? double.PositiveInfinity)) =>
            "too few jobs",
        _ => null,
    };

    private string? TooRough()
    {
        var (low, high) = SwitchShare;
        if ((high - low) / 2 * _model.Spec.SessionSwitch.TotalSeconds > Slack * Seconds)
            return "how often engines switch sessions only the run tells";
        var variance = _model.Groups.Sum(group => Share(group) * group.BlockDeviation * group.BlockDeviation);
        var drawn = Math.Sqrt(variance / Jobs) * _model.Spec.CyclesPerBlock / _model.Spec.ClockHz;
        return drawn > SlackOfChance * Seconds ? "too few jobs for sizes that differ so much" : null;
    }

    private string? NotPaced()
    {
        var lasts = _model.Groups.Select(group => group.JobsPerSession / group.Spec.RatePerSecond!.Value).ToArray();
        return lasts switch
        {
            _ when lasts.Max() - lasts.Min() > Slack * lasts.Max() => "groups end at different times",
            _ when IsSaturated && HoldsJobs => "engines idle while drain holds jobs",
            _ when IsSaturated && !KeepsAllBusy => "which engines are overloaded only the run tells",
            _ when !IsSaturated && _model.Groups.Any(group => group.Spec.RatePerSecond * Seconds > group.Window) => "windows are too small for the rate",
            _ => null,
        };
    }

    private string? NotBackToBack() => _model switch
    {
        _ when HoldsJobs => "engines idle while drain holds jobs",
        { Sessions: > 1 } when !KeepsAllBusy => "how often engines idle only the run tells",
        _ => null,
    };

    private EngineDemand MeanDemand()
    {
        var (low, high) = SwitchShare;
        return new EngineDemand(
            _model.Groups.Sum(group => Share(group) * group.BlocksPerJob),
            (low + high) / 2,
            _model.Groups.Sum(group => Share(group) * group.ProgrammingsPerJob(_model.ProgrammingsPerEpoch) ?? 0));
    }

    // A group's share of the jobs.
    private double Share(GroupLoad group) => _arrivals is { } all ? group.ArrivalsPerSecond!.Value / all : 1.0 / _model.Groups.Length;

    // Jobs of one session never switch an engine; those of like sessions that take turns always do; else it depends.
    private (double Low, double High) SwitchShare => _model.Groups switch
    {
        _ when _model.Sessions == 1 => (0, 0),
        [var group] when _arrivals is not null || group.Window == 1 => (1, 1),
        _ => (0, 1),
    };
}
