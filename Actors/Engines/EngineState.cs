using Sim.Hardware.Engines;
using Sim.Hardware.Faults;

namespace Sim.Actors.Engines;

// What of an engine outlives a reset: its rules with the key registers as of the head of its queue, the queue as far as it
// is not in the mailbox, what its next job takes, and what will go wrong. Each incarnation of the engine's actor has it to
// itself while it lives.
internal sealed class EngineState(
    IEngineQueue waiting, IEngineMachine machine, EngineFaults faults, EngineTiming? timing)
{
    public IEngineMachine Machine => machine;

    public EngineFaults Faults => faults;

    // Null: work takes the time that it takes.
    public EngineTiming? Timing => timing;

    // Jobs and markers that came while a job was running, with who sent them. Sessions bound both.
    public IEngineQueue Waiting => waiting;
}
