namespace Sim.Hardware.Choices;

/// <summary>What there is of a choice in the code.</summary>
public enum ChoiceState
{
    /// <summary>The code reads its setting: the choice and its alternatives can be had.</summary>
    Switched,

    /// <summary>The code does what was chosen; there is no alternative.</summary>
    Fixed,
}
