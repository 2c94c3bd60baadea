namespace Sim.Hardware.Channels;

/// <summary>Which values of <see cref="BusType"/> make sense.</summary>
public static class BusTypes
{
    private const uint Kind = 0xFFFF;
    private const uint Place = 0x7FFF0000;

    /// <summary>Whether a value is a bus with at most one place, and says that it is not standard if it has
    /// one.</summary>
    public static bool IsValid(BusType bus)
    {
        var place = (uint)bus & Place;
        return ((uint)bus & Kind) <= (uint)BusType.Agp
            && place <= (uint)BusType.DaughterBoardConnectorInsideOfNuae
            && (place & 0xFFFF) == 0
            && (place == 0 || bus.HasFlag(BusType.NonStandard));
    }
}
