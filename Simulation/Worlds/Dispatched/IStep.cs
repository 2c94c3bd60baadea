namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>What the driver lets happen.</summary>
internal interface IStep
{
    void Run();
}
