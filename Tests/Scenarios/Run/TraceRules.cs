using System.Text.Json;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>What Tests/Outside/check_trace.py knows: follows every session's keys from the first one and the nonces.</summary>
internal sealed class TraceRules(byte[] firstKey)
{
    private readonly Dictionary<int, List<SessionKey>> _keys = [];
    private readonly Dictionary<int, SessionKeyNonce> _nonces = [];
    private readonly Dictionary<long, (int Session, int Epoch)> _open = [];

    public int Sessions => _keys.Count;

    public int Started { get; private set; }

    public static TraceRules Check(string path, string firstKeyHex)
    {
        var rules = new TraceRules(Convert.FromHexString(firstKeyHex));
        foreach (var line in File.ReadLines(path))
            rules.Take(JsonDocument.Parse(line).RootElement);
        Assert.Empty(rules._open);
        return rules;
    }

    private void Take(JsonElement e)
    {
        int Number(string name) => e.GetProperty(name).GetInt32();
        switch (e.GetProperty("ev").GetString())
        {
            case "negotiated":
                _keys.Add(Number("session"), [new SessionKey(firstKey)]);
                break;
            case "refresh_started":
                _nonces[Number("session")] = SessionKeyNonce.Read(Convert.FromHexString(e.GetProperty("nonce").GetString()!));
                break;
            case "refresh_finished":
                Assert.True(_nonces.Remove(Number("session"), out var nonce));
                var keys = _keys[Number("session")];
                Assert.Equal(keys.Count, Number("epoch"));
                keys.Add(keys[^1].Refresh(nonce));
                break;
            case "key_switched":
                ExpectKey(e, Number("session"), Number("epoch"));
                break;
            case "submitted":
                Assert.Equal(_keys[Number("session")].Count - 1, Number("epoch"));
                _open.Add(e.GetProperty("job").GetInt64(), (Number("session"), Number("epoch")));
                break;
            case "started":
                var (session, epoch) = _open[e.GetProperty("job").GetInt64()];
                ExpectKey(e, session, epoch);
                Started++;
                break;
            case "completed" or "aborted":
                Assert.True(_open.Remove(e.GetProperty("job").GetInt64()));
                break;
        }
    }

    private void ExpectKey(JsonElement e, int session, int epoch) =>
        Assert.Equal(_keys[session][epoch].CheckValue().ToString(), e.GetProperty("kcv").GetString());
}
