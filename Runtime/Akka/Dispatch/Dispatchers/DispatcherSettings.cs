using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The values of one dispatcher's section.</summary>
/// <param name="Id">The path of the section.</param>
/// <param name="Type">A built-in name or the name of a configurator's class with its assembly.</param>
/// <param name="Throughput">The most messages of a turn.</param>
/// <param name="ThroughputDeadlineTicks">The most ticks of 100 ns of a turn, or null.</param>
internal sealed record DispatcherSettings(string Id, string Type, int Throughput, long? ThroughputDeadlineTicks)
{
    public static DispatcherSettings Read(string id, Config section)
    {
        var deadline = section.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero).Ticks;
        var throughput = section.GetInt("throughput", MessageDispatcher.DefaultThroughput);
        return new DispatcherSettings(
            id, section.GetString("type", "Dispatcher"), throughput, deadline > 0 ? deadline : null);
    }
}
