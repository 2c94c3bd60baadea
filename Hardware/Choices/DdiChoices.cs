namespace Sim.Hardware.Choices;

/// <summary>
/// What is done where the documents are silent or disagree. The default of each setting is Sim's choice;
/// <see cref="DdiChoiceTable"/> says by number what each is about, and which code reads it.
/// </summary>
public sealed record DdiChoices
{
    /// <summary>Sim's choices.</summary>
    public static DdiChoices Default { get; } = new();

    /// <summary>What FinishSessionKeyRefresh does without a pending random number (7.1).</summary>
    public FinishWithoutStart FinishWithoutStart { get; init; }

    /// <summary>What a second StartSessionKeyRefresh does before the Finish (7.2).</summary>
    public SecondStart SecondStart { get; init; }

    /// <summary>What a refresh call does before any session key (7.3).</summary>
    public RefreshWithoutKey RefreshWithoutKey { get; init; }

    /// <summary>What a RandomNumberSize other than 16 does (7.4).</summary>
    public RandomNumberSize RandomNumberSize { get; init; }

    /// <summary>When a key is bound to work (7.5).</summary>
    public KeyLatch KeyLatch { get; init; }

    /// <summary>What a refresh does to a frame that is open (7.6).</summary>
    public MidFrameRefresh MidFrameRefresh { get; init; }

    /// <summary>Which session key unwraps a content key (7.7).</summary>
    public ContentKeyUnwrap ContentKeyUnwrap { get; init; }

    /// <summary>What a refresh does to the read-back key (7.8).</summary>
    public ReadBackKeyAcrossRefresh ReadBackKeyAcrossRefresh { get; init; }

    /// <summary>Whether a session with a key can be negotiated anew (7.9).</summary>
    public Renegotiation Renegotiation { get; init; }

    /// <summary>What an IV does that is not above the last one of its key (7.10).</summary>
    public IvReuse IvReuse { get; init; }

    /// <summary>When an IV may come again within a frame (7.11).</summary>
    public SameIvInFrame SameIvInFrame { get; init; }

    /// <summary>What a block count does that passes 2^64 (7.12).</summary>
    public CountOverflow CountOverflow { get; init; }

    /// <summary>Which block count a buffer may begin with (7.13).</summary>
    public InitialCount InitialCount { get; init; }

    /// <summary>What clear bytes of a buffer do to the keystream (7.14).</summary>
    public SkippedBytes SkippedBytes { get; init; }

    /// <summary>Whether encrypted runs must be whole blocks (7.15).</summary>
    public PartialBlock PartialBlock { get; init; }

    /// <summary>What DecoderBeginFrame without a key means (7.16).</summary>
    public NullContentKey NullContentKey { get; init; }

    /// <summary>Which sequence numbers a channel takes (7.21).</summary>
    public SequenceRule SequenceRule { get; init; }

    /// <summary>Whether a message that fails uses up its number (7.22).</summary>
    public FailedMessage FailedMessage { get; init; }

    /// <summary>What happens at the end of the sequence numbers (7.23).</summary>
    public SequenceWrap SequenceWrap { get; init; }

    /// <summary>Whether messages may be longer than their structures (7.26).</summary>
    public MessageSizes MessageSizes { get; init; }

    /// <summary>Whether a hardware channel binds sessions (7.31).</summary>
    public HardwareBinding HardwareBinding { get; init; }

    /// <summary>Which node DecryptionBlt and EncryptionBlt run on (7.40).</summary>
    public BlitNode BlitNode { get; init; }

    /// <summary>Whether a reader waits for work of another node that writes what it reads (7.41).</summary>
    public ReaderFence ReaderFence { get; init; }

    /// <summary>When the key of a destroyed session is wiped (7.42).</summary>
    public DestroyInFlight DestroyInFlight { get; init; }

    /// <summary>What becomes of the decoders of a destroyed session (7.43).</summary>
    public DestroyBoundSession DestroyBoundSession { get; init; }

    /// <summary>What an engine reset does to the device whose work it aborted (7.44).</summary>
    public ResetOfOwnDevice ResetOfOwnDevice { get; init; }

    /// <summary>What aborted work leaves (7.45).</summary>
    public AbortedDestination AbortedDestination { get; init; }

    /// <summary>What calls answer once their device is removed (7.46).</summary>
    public RemovedStatus RemovedStatus { get; init; }

    /// <summary>Whether a session comes back after a teardown (7.47).</summary>
    public TeardownRecovery TeardownRecovery { get; init; }

    /// <summary>Whether software keeps its keys across a suspend (7.48).</summary>
    public SoftwareKeysAcrossSuspend SoftwareKeysAcrossSuspend { get; init; }
}
