using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Model;

/// <summary>The priorities of sessions by name.</summary>
internal static class SessionPriorities
{
    private static readonly string[] Names = ["idle", "normal", "focus", "realtime"];

    /// <summary>The priority of a name that the schema lets through.</summary>
    public static SessionPriority Of(string name) => (SessionPriority)Array.IndexOf(Names, name);

    /// <summary>Its name; of one that there is not, its number, which the schema refuses.</summary>
    public static string NameOf(SessionPriority priority) =>
        Enum.IsDefined(priority) ? Names[(int)priority] : priority.ToString("D");
}
