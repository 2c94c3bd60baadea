using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>
/// Text to nodes. What the library lets pass and a scenario has no use for is refused here: keys given twice, anchors,
/// aliases and tags (so that no small file can unfold into a large one), deep nesting, and a second document.
/// </summary>
internal sealed class NodeParser
{
    /// <summary>Maps and lists within each other; a scenario needs five.</summary>
    public const int MaxDepth = 16;

    private readonly string _source;
    private readonly bool _located;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private NodeParser(string text, string source, bool located)
    {
        _source = source;
        _located = located;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Parses a file.</summary>
    /// <exception cref="ScenarioException">It is not YAML, or YAML that no scenario needs.</exception>
    public static Node Parse(string text, string source)
    {
        RefuseForbidden(text, source);
        return new NodeParser(text, source, located: true).Document();
    }

    /// <summary>Parses the value of a <c>--set</c> argument, whose nodes all have the argument as their place.</summary>
    /// <exception cref="ScenarioException">It is not YAML, or YAML that no scenario needs.</exception>
    public static Node ParseValue(string text, string argument) => new NodeParser(text, argument, located: false).Document();

    private Node Document()
    {
        Next<StreamStart>();
        if (Next() is not DocumentStart)
            throw Refuse(new Mark(0, 1, 1), "the file is empty");
        var root = Read(Next(), 0);
        Next<DocumentEnd>();
        return Next() is DocumentStart second ? throw Refuse(second.Start, "a file holds one scenario, and here a second document begins") : root;
    }

    private Node Read(ParsingEvent next, int depth)
    {
        if (next is AnchorAlias alias)
            throw Refuse(alias.Start, "aliases are not supported; write the value out");
        if (next is not NodeEvent node)
            throw Refuse(next.Start, "a value is missing");
        if (!node.Anchor.IsEmpty)
            throw Refuse(node.Start, "anchors are not supported; write the value out where it is needed");
        if (!node.Tag.IsEmpty)
            throw Refuse(node.Start, "tags are not supported");
        if (depth == MaxDepth)
            throw Refuse(node.Start, $"more than {MaxDepth} maps and lists within each other");
        return node switch
        {
            MappingStart => ReadMap(node, depth),
            SequenceStart => ReadList(node, depth),
            Scalar scalar => new ScalarNode(At(node.Start), scalar.Value, scalar.Style != ScalarStyle.Plain),
            _ => throw Refuse(node.Start, "a value is missing"),
        };
    }

    private MapNode ReadMap(NodeEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            if (Read(next, depth + 1) is not ScalarNode key)
                throw Refuse(next.Start, "a key is a word, not a map or a list");
            if (!known.Add(key.Text))
                throw Refuse(next.Start, $"the key '{key.Shown}' is given twice");
            entries.Add(new MapEntry(key.Text, key.Place, Read(Next(), depth + 1)));
        }

        return new MapNode(At(start.Start), entries.DrainToImmutable());
    }

    private ListNode ReadList(NodeEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        for (var next = Next(); next is not SequenceEnd; next = Next())
            items.Add(Read(next, depth + 1));
        return new ListNode(At(start.Start), items.DrainToImmutable());
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (Next() is not T)
            throw Refuse(_scanner.CurrentPosition, "not YAML");
    }

    private ParsingEvent Next()
    {
        try
        {
            return _parser.MoveNext() ? _parser.Current! : throw Refuse(_scanner.CurrentPosition, "the file ends too early");
        }
        catch (YamlException failure)
        {
            throw Refuse(failure.Start, $"not YAML: {failure.Message}");
        }
        catch (InvalidOperationException)
        {
            // The library's answer to a flow list or map that a new line of a block cuts off.
            throw Refuse(_scanner.CurrentPosition, "not YAML: a bracket before this place is not closed");
        }
    }

    private Place At(in Mark mark) => _located ? new Place(_source, (int)mark.Line, (int)mark.Column) : Place.Whole(_source);

    private ScenarioException Refuse(in Mark mark, string problem) => new NodeProblem(At(mark), "", problem).ToException();

    private static void RefuseForbidden(string text, string source)
    {
        var at = ForbiddenCharacter.Find(text);
        if (at < 0)
            return;
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < at; i++)
        {
            if (text[i] is '\n' || (text[i] is '\r' && text[i + 1] != '\n'))
                (line, lineStart) = (line + 1, i + 1);
        }

        throw new ScenarioException(source, line, at - lineStart + 1, ForbiddenCharacter.Problem(text[at]));
    }
}
