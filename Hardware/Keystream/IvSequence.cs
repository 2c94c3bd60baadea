using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Keystream;

/// <summary>
/// What was used of the keystream of one key, so that nothing of it is used twice. IV and count are unsigned 64-bit
/// numbers.
/// </summary>
/// <param name="Mode">How IVs follow each other.</param>
/// <param name="Next">IV and block count at which the last buffer stopped; null before the first.</param>
public readonly record struct IvSequence(IvMode Mode, AesCtrIv? Next = null)
{
    /// <summary>The mode that a device wants.</summary>
    public static IvMode ModeOf(DeviceProfile device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.Has(DdiContentProtectionCaps.SequentialCtrIv) ? IvMode.Sequential : IvMode.Increasing;
    }

    /// <summary>Judges a buffer.</summary>
    /// <param name="first">IV and block count of its first block.</param>
    /// <param name="blocks">Blocks of keystream that it uses, the last perhaps in part; a buffer that uses none is
    /// fine.</param>
    /// <param name="sameFrame">The last buffer was of the same frame. A blit is a frame of its own.</param>
    /// <param name="contentKey">The key is a content key. Real media restart their IVs with each track, so that what
    /// would be refused is only warned of.</param>
    /// <param name="choices">What is done where the documents are silent.</param>
    public CallVerdict Judge(AesCtrIv first, ulong blocks, bool sameFrame, bool contentKey, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (blocks == 0)
            return CallVerdict.GoesOn;
        if (Overflows(first, blocks) && choices.CountOverflow == CountOverflow.WrapAsViolation)
            return Broken(SurfaceRule.CountOverflow, contentKey);
        if (BrokenOrder(first, sameFrame, choices) is { } rule)
        {
            return choices.IvReuse switch
            {
                IvReuse.Refuse => Broken(rule, contentKey),
                IvReuse.Report => CallVerdict.Warned(rule),
                _ => CallVerdict.GoesOn,
            };
        }

        var begins = Mode == IvMode.Increasing && Next?.Iv != first.Iv;
        return begins && first.Count != 0 && choices.InitialCount == InitialCount.Zero
            ? Broken(SurfaceRule.InitialCount, contentKey)
            : CallVerdict.GoesOn;
    }

    /// <summary>What was used after a buffer.</summary>
    public IvSequence Used(AesCtrIv first, ulong blocks) =>
        blocks == 0 ? this : this with { Next = first.AddBlocks(blocks) };

    private SurfaceRule? BrokenOrder(AesCtrIv first, bool sameFrame, DdiChoices choices)
    {
        if (Next is not { } next)
            return null;
        var shares = sameFrame && choices.SameIvInFrame switch
        {
            SameIvInFrame.SequentialOnly => Mode == IvMode.Sequential,
            SameIvInFrame.WhenCountContinues => true,
            _ => false,
        };
        if (shares && Mode == IvMode.Sequential)
            return first == next ? null : SurfaceRule.CountNotSequential;
        if (shares && first.Iv == next.Iv)
            return first.Count == next.Count ? null : SurfaceRule.CountNotSequential;
        return first.Iv > next.Iv ? null : SurfaceRule.IvNotIncreasing;
    }

    private static bool Overflows(AesCtrIv first, ulong blocks) => unchecked(first.Count + (blocks - 1)) < first.Count;

    private static CallVerdict Broken(SurfaceRule rule, bool contentKey) =>
        contentKey ? CallVerdict.Warned(rule) : CallVerdict.Refused(rule);
}
