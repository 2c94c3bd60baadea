using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Sim.Scenarios.Output;

/// <summary>Writes what actors log to standard error, one line each, so that standard output holds the report alone.</summary>
public sealed class StandardErrorLogger : ReceiveActor
{
    /// <summary>Makes a system log errors here and nowhere else.</summary>
    public static Config Config { get; } = ConfigurationFactory.ParseString($$"""
        akka {
          loglevel = ERROR
          stdout-loglevel = OFF
          loggers = ["{{typeof(StandardErrorLogger).FullName}}, {{typeof(StandardErrorLogger).Assembly.GetName().Name}}"]
        }
        """);

    /// <summary>A logger; the system makes it.</summary>
    public StandardErrorLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(logged => Console.Error.WriteLine($"sim: {logged.LogSource}: {logged.Message}"));
    }
}
