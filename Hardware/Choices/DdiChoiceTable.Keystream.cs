using Sim.Hardware.Decoding;
using Sim.Hardware.Keystream;

namespace Sim.Hardware.Choices;

// IVs, counts, patterns, and what a frame's key argument means.
public static partial class DdiChoiceTable
{
    private static IEnumerable<DdiChoice> Keystream() =>
    [
        new(10, "an IV that was used", "refused unless it is above the last of its key; for content keys only reported")
        {
            Alternatives = ["done and reported", "done"],
            Setting = nameof(DdiChoices.IvReuse),
            State = ChoiceState.Switched,
            Where = typeof(IvSequence),
            Member = nameof(IvSequence.Judge),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_aes_ctr_iv.md",
        },
        new(11, "the same IV within a frame", "only with SEQUENTIAL_CTR_IV, if the count goes on exactly")
        {
            Alternatives = ["in both modes, if the count goes on exactly", "never"],
            Setting = nameof(DdiChoices.SameIvInFrame),
            State = ChoiceState.Switched,
            Where = typeof(IvSequence),
            Member = nameof(IvSequence.Judge),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_aes_ctr_iv.md",
        },
        new(12, "a block count that passes 2^64", "it wraps without carry, and is a violation")
        {
            Alternatives = ["it wraps without carry, and nothing is said"],
            Setting = nameof(DdiChoices.CountOverflow),
            State = ChoiceState.Switched,
            Where = typeof(IvSequence),
            Member = nameof(IvSequence.Judge),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_aes_ctr_iv.md",
        },
        new(13, "the first block count without SEQUENTIAL_CTR_IV", "whatever the caller gives")
        {
            Alternatives = ["zero, else refused"],
            Setting = nameof(DdiChoices.InitialCount),
            State = ChoiceState.Switched,
            Where = typeof(IvSequence),
            Member = nameof(IvSequence.Judge),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_aes_ctr_iv.md",
        },
        new(14, "the counter across clear bytes of a pattern", "it advances over encrypted bytes only")
        {
            Alternatives = ["it advances over all bytes"],
            Setting = nameof(DdiChoices.SkippedBytes),
            State = ChoiceState.Switched,
            Where = typeof(EncryptedRuns),
            Member = nameof(EncryptedRuns.MoveNext),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_encrypted_block_info.md",
        },
        new(15, "runs that are not whole blocks", "refused, if the device has blocks of more than a byte")
        {
            Alternatives = ["as much of the block's keystream as there are bytes"],
            Setting = nameof(DdiChoices.PartialBlock),
            State = ChoiceState.Switched,
            Where = typeof(RunAlignment),
            Member = nameof(RunAlignment.IsAligned),
            Document = DdiDocuments.Api + "ns-d3d11-d3d11_encrypted_block_info.md",
        },
        new(16, "DecoderBeginFrame without a key", "a clear frame to the application, the session key to the driver")
        {
            Alternatives = ["the session key in both layers"],
            Setting = nameof(DdiChoices.NullContentKey),
            State = ChoiceState.Switched,
            Where = typeof(DecoderMachine),
            Member = nameof(DecoderMachine.VideoDecoderBeginFrame),
            Document = DdiDocuments.Function("videodecoderbeginframe"),
        },
    ];
}
