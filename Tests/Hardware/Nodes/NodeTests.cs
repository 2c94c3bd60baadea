using Sim.Hardware.Choices;
using Sim.Hardware.Nodes;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Nodes;

public sealed class NodeTests
{
    private static readonly AdapterNodes All = new() { VideoDecode = true, Copy = true, Crypto = true };
    private static readonly AdapterNodes Graphics = new();
    private static readonly DdiChoices OwnNode = new() { BlitNode = BlitNode.OwnNode };
    private static readonly DdiChoices Unfenced = new() { ReaderFence = ReaderFence.None };
    private static readonly FencePoint Write = new(GpuNode.VideoDecode, Value: 7);

    [Theory]
    [InlineData(SurfaceFunction.DecryptionBlt)]
    [InlineData(SurfaceFunction.EncryptionBlt)]
    public void Blits_run_where_the_immediate_context_runs_unless_chosen_otherwise(SurfaceFunction blit)
    {
        Assert.Equal(GpuNode.Graphics, All.Of(blit, DdiChoices.Default));
        Assert.Equal(GpuNode.Crypto, All.Of(blit, OwnNode));
        Assert.Equal(GpuNode.Copy, (All with { Crypto = false }).Of(blit, OwnNode));
        Assert.Equal(GpuNode.Graphics, Graphics.Of(blit, OwnNode));
    }

    [Theory]
    [InlineData(SurfaceFunction.VideoDecoderSubmitBuffers)]
    [InlineData(SurfaceFunction.VideoDecoderSubmitBuffers1)]
    [InlineData(SurfaceFunction.VideoDecoderSubmitBuffers2)]
    public void Decoding_runs_on_its_node_where_there_is_one(SurfaceFunction submit)
    {
        Assert.Equal(GpuNode.VideoDecode, All.Of(submit, DdiChoices.Default));
        Assert.Equal(GpuNode.Graphics, Graphics.Of(submit, DdiChoices.Default));
    }

    [Fact]
    public void Only_blits_and_decoding_make_work() =>
        Assert.Equal(5, Enum.GetValues<SurfaceFunction>().Count(call => All.Of(call, DdiChoices.Default) is not null));

    [Theory]
    [InlineData(GpuNode.Graphics)]
    [InlineData(GpuNode.VideoProcessing)]
    [InlineData(GpuNode.Copy)]
    [InlineData(null)]
    public void A_reader_elsewhere_waits_for_the_last_write_unless_chosen_otherwise(GpuNode? reader)
    {
        Assert.Equal(Write, ReadAfterWrite.WaitBefore(Write, reached: 6, reader, DdiChoices.Default));
        Assert.Null(ReadAfterWrite.WaitBefore(Write, reached: 6, reader, Unfenced));
    }

    [Fact]
    public void A_reader_behind_the_write_in_the_same_queue_need_not_wait() =>
        Assert.Null(ReadAfterWrite.WaitBefore(Write, reached: 0, GpuNode.VideoDecode, DdiChoices.Default));

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_write_that_has_ended_is_not_waited_for(long reached) =>
        Assert.Null(ReadAfterWrite.WaitBefore(Write, reached, reader: null, DdiChoices.Default));

    [Fact]
    public void What_was_never_written_is_not_waited_for() =>
        Assert.Null(ReadAfterWrite.WaitBefore(lastWrite: null, reached: 0, reader: null, DdiChoices.Default));

    [Fact]
    public void A_blit_on_a_node_of_its_own_makes_its_readers_wait()
    {
        var blit = new FencePoint(All.Of(SurfaceFunction.DecryptionBlt, OwnNode)!.Value, Value: 1);

        Assert.Equal(blit, ReadAfterWrite.WaitBefore(blit, reached: 0, GpuNode.Graphics, OwnNode));
    }

    [Fact]
    public void Nodes_have_the_values_of_the_headers() =>
        Assert.Equal([1, 2, 4, 6, 8], Enum.GetValues<GpuNode>().Select(node => (int)node));
}
