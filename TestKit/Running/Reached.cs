namespace Sim.Testing.Running;

/// <summary>What an exploration should reach, and has.</summary>
internal sealed class Reached
{
    private readonly List<string> _names = [];
    private readonly HashSet<string> _reached = [];

    /// <summary>What was not reached, in the order in which it was said.</summary>
    public IEnumerable<string> Missing => _names.Where(name => !_reached.Contains(name));

    public void Add(string name)
    {
        if (!_names.Contains(name))
            _names.Add(name);
    }

    public void Reach(string name) => _reached.Add(name);
}
