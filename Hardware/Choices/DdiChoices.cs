namespace Sim.Hardware.Choices;

/// <summary>
/// What is done where the documents are silent or disagree. The default of each setting is Sim's choice.
/// </summary>
public sealed record DdiChoices
{
    /// <summary>Sim's choices.</summary>
    public static DdiChoices Default { get; } = new();

    /// <summary>7.1.</summary>
    public FinishWithoutStart FinishWithoutStart { get; init; }

    /// <summary>7.2.</summary>
    public SecondStart SecondStart { get; init; }

    /// <summary>7.3.</summary>
    public RefreshWithoutKey RefreshWithoutKey { get; init; }

    /// <summary>7.4.</summary>
    public RandomNumberSize RandomNumberSize { get; init; }

    /// <summary>7.5.</summary>
    public KeyLatch KeyLatch { get; init; }

    /// <summary>7.6.</summary>
    public MidFrameRefresh MidFrameRefresh { get; init; }

    /// <summary>7.7.</summary>
    public ContentKeyUnwrap ContentKeyUnwrap { get; init; }

    /// <summary>7.8.</summary>
    public ReadBackKeyAcrossRefresh ReadBackKeyAcrossRefresh { get; init; }

    /// <summary>7.9.</summary>
    public Renegotiation Renegotiation { get; init; }

    /// <summary>7.10.</summary>
    public IvReuse IvReuse { get; init; }

    /// <summary>7.11.</summary>
    public SameIvInFrame SameIvInFrame { get; init; }

    /// <summary>7.12.</summary>
    public CountOverflow CountOverflow { get; init; }

    /// <summary>7.13.</summary>
    public InitialCount InitialCount { get; init; }

    /// <summary>7.14.</summary>
    public SkippedBytes SkippedBytes { get; init; }

    /// <summary>7.15.</summary>
    public PartialBlock PartialBlock { get; init; }

    /// <summary>7.16.</summary>
    public NullContentKey NullContentKey { get; init; }

    /// <summary>7.21.</summary>
    public SequenceRule SequenceRule { get; init; }

    /// <summary>7.22.</summary>
    public FailedMessage FailedMessage { get; init; }

    /// <summary>7.23.</summary>
    public SequenceWrap SequenceWrap { get; init; }

    /// <summary>7.26.</summary>
    public MessageSizes MessageSizes { get; init; }

    /// <summary>7.31.</summary>
    public HardwareBinding HardwareBinding { get; init; }

    /// <summary>7.42.</summary>
    public DestroyInFlight DestroyInFlight { get; init; }

    /// <summary>7.43.</summary>
    public DestroyBoundSession DestroyBoundSession { get; init; }

    /// <summary>7.44.</summary>
    public ResetOfOwnDevice ResetOfOwnDevice { get; init; }

    /// <summary>7.45.</summary>
    public AbortedDestination AbortedDestination { get; init; }

    /// <summary>7.46.</summary>
    public RemovedStatus RemovedStatus { get; init; }

    /// <summary>7.47.</summary>
    public TeardownRecovery TeardownRecovery { get; init; }

    /// <summary>7.48.</summary>
    public SoftwareKeysAcrossSuspend SoftwareKeysAcrossSuspend { get; init; }
}
