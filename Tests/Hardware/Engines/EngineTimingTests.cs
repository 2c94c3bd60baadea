using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class EngineTimingTests
{
    // A block takes a millisecond, and the other parts each a digit of their own.
    private EngineTiming _engine = new(new EngineSpec(
        Ms(1_000), CyclesPerBlock: 1, ClockHz: 1_000, SessionSwitch: Ms(10_000), KeyProgramming: Ms(100_000)));

    [Fact]
    public void Switch_is_charged_when_the_last_job_was_another_sessions()
    {
        Assert.Equal(Ms(11_002), _engine.Next(Job(session: 0), programsKey: false));
        Assert.Equal(Ms(1_002), _engine.Next(Job(session: 0), programsKey: false));
        Assert.Equal(Ms(11_002), _engine.Next(Job(session: 1), programsKey: false));
        Assert.Equal(Ms(111_002), _engine.Next(Job(session: 0), programsKey: true));
    }

    [Fact]
    public void Only_encrypted_bytes_count_in_blocks_rounded_up()
    {
        _engine.Next(Job(session: 0), programsKey: false);
        Assert.Equal(Ms(1_003), _engine.Next(Job(0, EncryptedRanges.Whole, bytes: 33), programsKey: false));
        Assert.Equal(Ms(1_000), _engine.Next(Job(0, EncryptedRanges.Whole, bytes: 0), programsKey: false));
        Assert.Equal(Ms(1_001), _engine.Next(Job(0, EncryptedRanges.SubSamples(new SubSample[] { new(90, 10) }), bytes: 100), programsKey: false));
    }

    [Fact]
    public void Impossible_spec_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new EngineTiming(new EngineSpec(Ms(1), CyclesPerBlock: 1, ClockHz: 0, Ms(1), Ms(1))));

    private static LatchedJob Job(int session, EncryptedRanges? ranges = null, int bytes = 32)
    {
        var blt = new DecryptionBlt(1, new byte[bytes], new byte[bytes], default, ranges ?? EncryptedRanges.Whole, ContentKey: null);
        return new LatchedJob(session, position: 1, epoch: 0, SampleCalls.Key(1), blt);
    }

    private static TimeSpan Ms(int value) => TimeSpan.FromMilliseconds(value);
}
