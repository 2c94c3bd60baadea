namespace Sim.Actors.Hosting;

/// <summary>Names of actors that are told apart by a number. The first ones are made once.</summary>
/// <param name="prefix">What stands before the number.</param>
public sealed class NumberedNames(string prefix)
{
    private readonly string[] _first = [.. Enumerable.Range(0, 64).Select(number => $"{prefix}{number}")];

    /// <summary>The name with a number.</summary>
    /// <param name="number">The number, from 0.</param>
    public string this[int number] => number < _first.Length ? _first[number] : Made(number);

    private string Made(int number) => $"{prefix}{number}";
}
