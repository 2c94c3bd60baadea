using Akka.Actor;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// A path taken apart, for comparison: a parent before its children, siblings without a given name first and in the order of
/// their creation, the others by name.
/// </summary>
internal readonly struct ActorPlace
{
    // Akka.NET numbers the children that were given no name, in base 64, lowest digit first.
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    private readonly Element[] _elements;

    public ActorPlace(ActorPath path)
    {
        var names = path.Elements;
        _elements = new Element[names.Count];
        for (var i = 0; i < names.Count; i++)
            _elements[i] = new Element(names[i], NumberOf(names[i]));
    }

    public static int Compare(in ActorPlace a, in ActorPlace b)
    {
        var common = Math.Min(a._elements.Length, b._elements.Length);
        for (var i = 0; i < common; i++)
        {
            var order = Compare(a._elements[i], b._elements[i]);
            if (order != 0)
                return order;
        }

        return a._elements.Length - b._elements.Length;
    }

    private static int Compare(in Element a, in Element b) =>
        a.Number == b.Number ? string.CompareOrdinal(a.Name, b.Name) : a.Number.CompareTo(b.Number);

    // A given name cannot begin with a dollar; it counts as the highest number.
    private static ulong NumberOf(string name)
    {
        if (name is not ['$', _, ..] || name.Length > 11)
            return ulong.MaxValue;
        var number = 0UL;
        for (var i = name.Length - 1; i > 0; i--)
        {
            var digit = Digits.IndexOf(name[i]);
            if (digit < 0)
                return ulong.MaxValue;
            number = (number << 6) | (uint)digit;
        }

        return number;
    }

    private readonly record struct Element(string Name, ulong Number);
}
