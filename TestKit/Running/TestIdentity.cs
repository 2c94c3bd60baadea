namespace Sim.Testing.Running;

/// <summary>Which test it is, for people and for files.</summary>
internal sealed record TestIdentity(string Class, string Method)
{
    public string Name => $"{Class}.{Method}";
}
