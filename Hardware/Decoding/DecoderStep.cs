using System.Collections.Immutable;
using Sim.Hardware.Keystream;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Decoding;

/// <summary>What a call made of a decoder.</summary>
/// <param name="Decoder">The decoder as it is then; unchanged unless the call ran.</param>
/// <param name="Verdict">Whether the call ran, and its answer.</param>
public readonly record struct DecoderStep(DecoderState Decoder, CallVerdict Verdict);

/// <summary>What a submission made of a decoder. All buffers of a call are taken, or none.</summary>
/// <param name="Decoder">The decoder as it is then.</param>
/// <param name="Ledger">The keystream that was used then.</param>
/// <param name="Verdict">Whether the call ran, and its answer.</param>
/// <param name="Buffers">The buffers that were taken.</param>
public readonly record struct SubmitStep(
    DecoderState Decoder, IvLedger Ledger, CallVerdict Verdict, ImmutableArray<DecodeBuffer> Buffers);
