namespace Sim.Tests.Hardware.Crypto;

/// <summary>The key and message that NIST SP 800-38A, appendix F and RFC 4493, section 4 share.</summary>
internal static class StandardVectors
{
    internal static readonly byte[] Key = Hex.Bytes("2b7e151628aed2a6abf7158809cf4f3c");

    internal static readonly byte[] Plain = Hex.Bytes(
        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
        + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

    internal const string CounterBlock = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
}
