namespace Sim.Hardware.Sessions;

/// <summary>
/// Marks what carries a buffer or a key, or must stay the object that it is. It goes from hand to hand within the process and
/// is never written as bytes.
/// </summary>
public interface IStaysInProcess;
