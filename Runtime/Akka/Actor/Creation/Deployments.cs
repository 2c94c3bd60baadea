using System.Reflection;
using System.Runtime.ExceptionServices;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>
/// What the configuration says about actors by their path below /user. An element may be *, which fits any name; a last
/// element ** fits all that follow. A name goes before *, and either before **.
/// </summary>
internal sealed class Deployments
{
    private const string Section = "akka.actor.deployment";

    private readonly Node _root = new();

    private Deployments()
    {
    }

    /// <param name="config">The configuration with all defaults.</param>
    /// <returns>Null when no actor is configured.</returns>
    public static Deployments? Read(Config config)
    {
        Deployments? all = null;
        var defaults = config.GetConfig($"{Section}.default");
        foreach (var path in config.GetConfig(Section).AsEnumerable().Select(entry => entry.Key))
        {
            if (path == "default") continue;
            var section = config.GetConfig(HoconPath.Join([.. Section.Split('.'), path]));
            (all ??= new Deployments()).Add(path, DeployOf(path, section.WithFallback(defaults), config));
        }

        return all;
    }

    /// <summary>Finds what is configured for a child.</summary>
    public Deploy? Find(ActorCell parent, string name)
    {
        var elements = new List<string> { name };
        var at = parent;
        for (; at.Parent is ActorCell above; at = above) elements.Add(at.Name);
        if (at != at.SystemImpl.UserCell) return null;
        elements.Reverse();
        return Find(_root, [.. elements], false) ?? Find(_root, [.. elements], true);
    }

    private static Deploy? Find(Node at, ReadOnlySpan<string> elements, bool all)
    {
        if (elements.IsEmpty) return at.Deploy;
        return (at.Children.GetValueOrDefault(elements[0]) is { } named ? Find(named, elements[1..], all) : null)
            ?? (at.Children.GetValueOrDefault("*") is { } any ? Find(any, elements[1..], all) : null)
            ?? (all ? at.Children.GetValueOrDefault("**")?.Deploy : null);
    }

    private static Deploy DeployOf(string path, Config section, Config config) =>
        new Deploy(
            section.GetString("dispatcher"), section.GetString("mailbox"),
            section.GetInt("stash-capacity", Deploy.NoStashSize))
            .WithRouterConfig(RouterOf(path, section, config));

    private static RouterConfig RouterOf(string path, Config section, Config config)
    {
        var router = section.GetString("router");
        if (router == "from-code") return NoRouter.Instance;
        var name = config.GetString(HoconPath.Join(["akka", "actor", "router", "type-mapping", router]), router);
        var type = Type.GetType(name, throwOnError: false);
        if (type is null || !typeof(RouterConfig).IsAssignableFrom(type))
        {
            throw new ConfigurationException($"{Section}.\"{path}\".router: there is no router [{name}]");
        }

        try
        {
            return (RouterConfig)Activator.CreateInstance(type, section)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is ConfigurationException or ArgumentException)
        {
            throw new ConfigurationException($"{Section}.\"{path}\": {e.InnerException.Message}", e.InnerException);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private void Add(string path, Deploy deploy)
    {
        var elements = path.Split('/');
        if (elements.Length < 2 || elements[0].Length > 0)
        {
            throw new ConfigurationException($"{Section}: [{path}] is no path: it must begin with /");
        }

        var at = _root;
        for (var i = 1; i < elements.Length; i++)
        {
            var element = elements[i];
            var isLast = i == elements.Length - 1;
            if (!ActorPath.IsWellFormed(element) || element.Length == 0 || (element == "**" && !isLast))
            {
                throw new ConfigurationException(
                    $"{Section}: [{path}] is no path: its elements are names, * or, as the last one, **");
            }

            if (!at.Children.TryGetValue(element, out var next)) at.Children.Add(element, next = new Node());
            at = next;
        }

        at.Deploy = deploy;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = [];

        public Deploy? Deploy { get; set; }
    }
}
