using System.Collections.Immutable;

namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>Elements in order.</summary>
internal sealed class ListNode(Place place, ImmutableArray<Node> items) : Node(place)
{
    public ImmutableArray<Node> Items => items;

    public override string Description => "a list";

    public ListNode With(int index, Node item) => new(Place, items.SetItem(index, item));

    public ListNode Without(int index) => new(Place, items.RemoveAt(index));
}
