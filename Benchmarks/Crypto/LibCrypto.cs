using System.Runtime.InteropServices;

namespace Sim.Benchmarks.Crypto;

/// <summary>The few calls of OpenSSL 3 that encrypt in counter mode (EVP_EncryptInit(3)).</summary>
internal static unsafe partial class LibCrypto
{
    public const string Name = "libcrypto.so.3";

    /// <summary>True when the library is there to be measured.</summary>
    public static bool IsPresent { get; } = NativeLibrary.TryLoad(Name, out _);

    [LibraryImport(Name, EntryPoint = "EVP_CIPHER_CTX_new")]
    public static partial nint NewContext();

    [LibraryImport(Name, EntryPoint = "EVP_CIPHER_CTX_free")]
    public static partial void FreeContext(nint context);

    [LibraryImport(Name, EntryPoint = "EVP_aes_128_ctr")]
    public static partial nint Aes128Ctr();

    [LibraryImport(Name, EntryPoint = "EVP_EncryptInit_ex")]
    public static partial int Begin(nint context, nint cipher, nint engine, byte* key, byte* iv);

    [LibraryImport(Name, EntryPoint = "EVP_EncryptUpdate")]
    public static partial int Update(nint context, byte* destination, out int written, byte* source, int length);
}
