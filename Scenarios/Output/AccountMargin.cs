using System.Globalization;

namespace Sim.Scenarios.Output;

/// <summary>What stands left of an account's lanes: a step's number and its time in microseconds.</summary>
internal sealed class AccountMargin
{
    private const string Step = "step";
    private const string Time = "time us";

    private readonly int _step;
    private readonly int _time;

    public AccountMargin(IReadOnlyList<AccountStep> steps)
    {
        (_step, _time) = (Step.Length, Time.Length);
        foreach (var step in steps)
        {
            _step = Math.Max(_step, NumberOf(step).Length);
            _time = Math.Max(_time, TimeOf(step).Length);
        }
    }

    public int Width => 2 + _step + 2 + _time + 2;

    public string Head => Of(" ", Step, Time);

    public string Of(AccountStep step, bool isBreaking) => Of(isBreaking ? ">" : " ", NumberOf(step), TimeOf(step));

    private string Of(string mark, string step, string time) => $"{mark} {step.PadLeft(_step)}  {time.PadLeft(_time)}";

    private static string NumberOf(AccountStep step) => step.Number.ToString(CultureInfo.InvariantCulture);

    private static string TimeOf(AccountStep step) => step.At.TotalMicroseconds.ToString("F1", CultureInfo.InvariantCulture);
}
