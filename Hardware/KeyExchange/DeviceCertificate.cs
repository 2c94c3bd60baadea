using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// The certificate chain that a simulated device hands out: the leaf and behind it its issuer, each in DER. One chain
/// serves crypto sessions and authenticated channels alike.
/// </summary>
public static class DeviceCertificate
{
    private static readonly byte[] Leaf = Convert.FromBase64String(SimulatedCertificates.LeafBase64);
    private static readonly byte[] Root = Convert.FromBase64String(SimulatedCertificates.RootBase64);

    /// <summary>The chain.</summary>
    public static ReadOnlyMemory<byte> Chain { get; } = (byte[])[.. Leaf, .. Root];

    /// <summary>
    /// What a client does with a chain: takes the public key of the leaf if the test root has signed it. There is no
    /// list of revoked certificates to look into.
    /// </summary>
    /// <param name="chain">Certificates one behind the other, the leaf first.</param>
    /// <param name="publicKey">Receives the DER SubjectPublicKeyInfo of the leaf; empty unless the result is
    /// true.</param>
    /// <returns>False if the chain is damaged or ends at another root.</returns>
    public static bool TryReadPublicKey(ReadOnlySpan<byte> chain, out byte[] publicKey)
    {
        publicKey = [];
        try
        {
            using var leaf = X509CertificateLoader.LoadCertificate(First(chain));
            using var root = X509CertificateLoader.LoadCertificate(Root);
            using var builder = new X509Chain();
            builder.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            builder.ChainPolicy.CustomTrustStore.Add(root);
            builder.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            builder.ChainPolicy.DisableCertificateDownloads = true;
            // Any time within the certificates' own will do: a simulated world has no date.
            builder.ChainPolicy.VerificationTime = leaf.NotBefore;
            if (!builder.Build(leaf))
                return false;
            publicKey = leaf.PublicKey.ExportSubjectPublicKeyInfo();
            return true;
        }
        catch (Exception damaged) when (damaged is CryptographicException or AsnContentException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> chain)
    {
        AsnDecoder.ReadEncodedValue(chain, AsnEncodingRules.DER, out _, out _, out var length);
        return chain[..length];
    }
}
