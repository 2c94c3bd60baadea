namespace Akka.Configuration.Hocon;

/// <summary>A key's place in an object, or a place in an array: everything that was assigned to it, oldest first.</summary>
internal sealed class HoconField
{
    public List<HoconNode> Layers { get; } = [];

    public void Assign(HoconNode node)
    {
        if (node is HoconConcatenationNode concatenation && concatenation.Pieces.Any(p => p is HoconObjectNode))
        {
            // Objects side by side merge, exactly like objects assigned one after the other.
            foreach (var piece in concatenation.Pieces)
            {
                if (piece is HoconValueNode or HoconArrayNode)
                    throw piece.At.Error("an object can only stand beside objects and substitutions");
                if (piece is not HoconSpaceNode) Assign(piece);
            }
        }
        else if (node is HoconObjectNode added && Layers is [.., HoconObjectNode existing])
        {
            foreach (var (key, field) in added.Fields)
            {
                var target = existing.Field(key);
                foreach (var layer in field.Layers) target.Assign(layer);
            }
        }
        else
        {
            Layers.Add(node);
        }
    }

    public HoconField Below(string[] prefix)
    {
        var copy = new HoconField();
        foreach (var layer in Layers) copy.Layers.Add(layer.Below(prefix));
        return copy;
    }
}
