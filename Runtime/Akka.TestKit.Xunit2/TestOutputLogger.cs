using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Writes log events to the output of a test of xunit 2.</summary>
/// <param name="output">The output.</param>
/// <param name="prefix">Put before each line; empty for nothing.</param>
internal sealed class TestOutputLogger(ITestOutputHelper output, string prefix) : ActorBase
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                foreach (var level in Enum.GetValues<LogLevel>())
                    initialize.LoggingBus.Subscribe(Self, level.ClassFor());
                return true;
            case LogEvent logEvent:
                Write($"{prefix}{logEvent}");
                return true;
            default:
                return false;
        }
    }

    private void Write(string line)
    {
        try
        {
            output.WriteLine(line);
        }
        catch (InvalidOperationException)
        {
            Context.Stop(Self); // the test is over, and with it its output: nobody reads what comes now
        }
    }
}
