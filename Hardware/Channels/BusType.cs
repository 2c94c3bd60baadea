namespace Sim.Hardware.Channels;

/// <summary>
/// The bus between GPU and memory (D3D11_BUS_TYPE): one kind of bus, at most one of the places above it, and
/// <see cref="NonStandard"/> if there is a place.
/// </summary>
[Flags]
public enum BusType : uint
{
    /// <summary>Another bus.</summary>
    Other = 0,

    /// <summary>PCI.</summary>
    Pci = 1,

    /// <summary>PCI-X.</summary>
    PciX = 2,

    /// <summary>PCI Express.</summary>
    PciExpress = 3,

    /// <summary>AGP.</summary>
    Agp = 4,

    /// <summary>Within the chipset.</summary>
    InsideOfChipset = 0x10000,

    /// <summary>Tracks on the board, to a chip.</summary>
    TracksOnMotherBoardToChip = 0x20000,

    /// <summary>Tracks on the board, to a socket.</summary>
    TracksOnMotherBoardToSocket = 0x30000,

    /// <summary>A connector for a daughter board.</summary>
    DaughterBoardConnector = 0x40000,

    /// <summary>A connector for a daughter board inside an enclosure that is not user-accessible.</summary>
    DaughterBoardConnectorInsideOfNuae = 0x50000,

    /// <summary>Not as the bus's standard has it.</summary>
    NonStandard = 0x80000000,
}
