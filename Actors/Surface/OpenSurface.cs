using Sim.Hardware.Resources;

namespace Sim.Actors.Surface;

// A surface, its bytes, and who uses them.
internal sealed class OpenSurface(ResourceDesc desc, byte[] bytes)
{
    public ProtectedSurface State { get; set; } = new(desc);

    public byte[] Bytes { get; } = bytes;

    public int Readers { get; set; }

    public int Writers { get; set; }

    // The decoder that its writers work for; null: a blit writes.
    public OpenDecoder? Writer { get; set; }

    public bool IsMapped { get; set; }

    public bool IsDestroyed { get; set; }

    public bool IsIdle => Readers + Writers == 0;

    // A frame's buffers go to places apart, so they need not wait for each other.
    public bool IsFreeFor(OpenDecoder decoder) => Readers == 0 && (Writers == 0 || Writer == decoder);

    // A reader must see what was written before, and a writer must not disturb a reader.
    public bool IsFree(bool toWrite) => Writers == 0 && (!toWrite || Readers == 0);
}
