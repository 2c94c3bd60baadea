using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Control;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>The mailbox types of a system, by the path of their section in the configuration.</summary>
public sealed class Mailboxes
{
    /// <summary>The path of the default mailbox.</summary>
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly ActorSystem _system;
    private readonly bool _usualIsBuiltIn;
    private ConcurrentDictionary<string, MailboxType>? _known;

    /// <summary>The mailbox types of a system.</summary>
    /// <param name="system">The system.</param>
    public Mailboxes(ActorSystem system) => (_system, _usualIsBuiltIn) = (system, system.Settings.HasBuiltInMailbox);

    /// <summary>Finds a mailbox type.</summary>
    /// <param name="id">The path of its section.</param>
    /// <returns>The mailbox type.</returns>
    /// <exception cref="ConfigurationException">There is no such section or type.</exception>
    public MailboxType Lookup(string id) =>
        (_known ?? Interlocked.CompareExchange(ref _known, new(), null) ?? _known).GetOrAdd(id, Make);

    internal Mailbox CreateFor(ActorCell cell, MessageDispatcher dispatcher)
    {
        var type = TypeFor(cell);
        if (dispatcher is ControlledDispatcher controlled)
        {
            return type is null ? new ControlledInbox(cell, controlled, null) : CreateControlled(cell, controlled, type);
        }

        return type is null ? new SwapMailbox(cell, dispatcher) : new QueueMailbox(cell, dispatcher, type.Create(cell, _system));
    }

    internal int StashCapacityOf(string id)
    {
        if (id.Length == 0) return _system.Settings.StashCapacity;
        return _system.Settings.Config.GetInt($"{id}.stash-capacity", Deploy.NoStashSize);
    }

    private ControlledInbox CreateControlled(ActorCell cell, ControlledDispatcher dispatcher, MailboxType type) => new(cell, dispatcher, type switch
    {
        // The one thread that could make room is the one that would wait.
        BoundedMailbox bounded => new BoundedMessageQueue(bounded.Capacity, TimeSpan.Zero),
        _ => type.Create(cell, _system),
    });

    /// <summary>The type of a mailbox, or null for the usual one.</summary>
    private MailboxType? TypeFor(ActorCell cell)
    {
        var id = cell.Props.Mailbox;
        if (id.Length == 0)
        {
            if (_usualIsBuiltIn) return null;
            id = DefaultMailboxId;
        }

        var type = Lookup(id);
        return type is UnboundedMailbox ? null : type;
    }

    private MailboxType Make(string id)
    {
        var config = _system.Settings.Config.HasPath(id) ? _system.Settings.Config.GetConfig(id) : null;
        var name = config?.GetString("mailbox-type");
        if (string.IsNullOrEmpty(name))
        {
            throw new ConfigurationException($"Mailbox Type [{id}] not configured");
        }

        var type = Type.GetType(name, throwOnError: false)
            ?? throw new ConfigurationException($"Cannot find mailbox type [{name}] of mailbox [{id}]");
        return (MailboxType)Activator.CreateInstance(type, _system.Settings, config)!;
    }
}
