using System.Text.RegularExpressions;
using Akka.Actor;
using Sim.Testing.Clients;

namespace Sim.Testing.Running;

/// <summary>How messages are shown: one line each, the same in every process.</summary>
internal sealed partial class MessageTexts
{
    private readonly Dictionary<Type, Func<object, string>> _texts = [];

    /// <summary>Texts for messages of one protocol; null, or null from it: none.</summary>
    public Func<object, string?>? Protocol { get; set; }

    public void Add<TMessage>(Func<TMessage, string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _texts[typeof(TMessage)] = message => text((TMessage)message);
    }

    public void Clear()
    {
        _texts.Clear();
        Protocol = null;
    }

    public string Of(object message) => message switch
    {
        Sending sending => $"sends {Of(sending.Message)} to {NameOf(sending.To)}",
        IActorRef actor => NameOf(actor),
        _ when _texts.TryGetValue(message.GetType(), out var text) => OneLine.Of(text(message)),
        _ => Protocol?.Invoke(message) ?? ByItself(message),
    };

    public static string NameOf(IActorRef actor) => NameOf(actor.Path.ToStringWithoutAddress());

    /// <summary>A path as people read it: an actor by what is below the guardian of users, who waits for an answer as such.</summary>
    public static string NameOf(string path) => path.Split('/', 3) switch
    {
        ["", "user", var actor] => actor,
        ["", "temp", var request] => $"ask {request}",
        ["", "tasks", var task] => $"task {task}",
        _ => path,
    };

    // A type that says nothing of itself is named by its short name; references within a text by theirs.
    private static string ByItself(object message)
    {
        var type = message.GetType();
        var text = message.ToString();
        return text is null || text == type.ToString()
            ? type.Name
            : OneLine.Of(Reference().Replace(text, found => NameOf(found.Groups[1].Value)));
    }

    [GeneratedRegex(@"\[?akka://[^/\s\]]*(/[^\s#\],}]*)(#-?\d+)?\]?")]
    private static partial Regex Reference();
}
