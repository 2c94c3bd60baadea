using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sim.Scenarios.Yaml;

/// <summary>Writes scenario files. Reading one back gives an equal scenario.</summary>
public static class ScenarioWriter
{
    // Maps deeper than the elements of a list stand on one line, as in the library.
    private const int BlockDepth = 3;

    /// <summary>Writes a scenario as YAML. What has its default is left out.</summary>
    /// <exception cref="ScenarioException">The scenario is not possible.</exception>
    public static string Write(Scenario scenario)
    {
        ScenarioValidation.Check(scenario);
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(ScenarioNodes.Of(scenario, Place.Whole("")), emitter, 0);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Node node, Emitter emitter, int depth)
    {
        switch (node)
        {
            case MapNode map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, depth < BlockDepth ? MappingStyle.Block : MappingStyle.Flow));
                foreach (var entry in map.Entries)
                {
                    emitter.Emit(new Scalar(entry.Key));
                    Emit(entry.Value, emitter, depth + 1);
                }

                emitter.Emit(new MappingEnd());
                break;
            case ListNode list:
                var style = list.Items.All(item => item is ScalarNode) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, style));
                foreach (var item in list.Items)
                    Emit(item, emitter, depth + 1);
                emitter.Emit(new SequenceEnd());
                break;
            case ScalarNode scalar:
                emitter.Emit(OfScalar(scalar));
                break;
        }
    }

    private static Scalar OfScalar(ScalarNode scalar) => new(
        AnchorName.Empty,
        TagName.Empty,
        scalar.Text,
        scalar.Quoted ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain,
        isPlainImplicit: true,
        isQuotedImplicit: true);
}
