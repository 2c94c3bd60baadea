using Newtonsoft.Json;

namespace Akka.Serialization.Json;

/// <summary>Refuses what nests so deeply that it could not be read again, before it can use up the stack.</summary>
internal sealed class BoundedJsonWriter(TextWriter text) : JsonTextWriter(text)
{
    public const int DepthMax = 64;

    public override void WriteStartObject()
    {
        CheckDepth();
        base.WriteStartObject();
    }

    public override void WriteStartArray()
    {
        CheckDepth();
        base.WriteStartArray();
    }

    private void CheckDepth()
    {
        if (Top >= DepthMax) throw new JsonSerializationException($"The message nests more than {DepthMax} levels deep.");
    }
}
