namespace Sim.Hardware.Choices;

/// <summary>7.40: the node that DecryptionBlt and EncryptionBlt run on.</summary>
public enum BlitNode
{
    /// <summary>That of the immediate context's other work: one queue, one order.</summary>
    ImmediateContext,

    /// <summary>The node for encryption, else the one for copies, where the adapter has one; fences keep the order.</summary>
    OwnNode,
}

/// <summary>7.41: a reader behind work of another node that writes what it reads.</summary>
public enum ReaderFence
{
    /// <summary>It waits for a fence that the writer signals.</summary>
    BeforeReader,

    /// <summary>It does not wait, and may read what is not written yet.</summary>
    None,
}
