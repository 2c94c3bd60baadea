namespace Sim.Hardware.KeyExchange;

/// <summary>
/// The certificates of the simulated device (X.509 DER in base64): a leaf over the public key of
/// <see cref="Crypto.DeviceKeyPair.CreateSimulated"/>, and the test root that signed it and whose private key nobody
/// kept. They are not Microsoft's, and nothing outside Sim trusts them.
/// </summary>
internal static class SimulatedCertificates
{
    internal const string LeafBase64 =
        """
        MIIDHjCCAgagAwIBAgIBAjANBgkqhkiG9w0BAQsFADA2MQwwCgYDVQQKEwNTaW0xJjAkBgNVBAMTHVNpbSB0ZXN0IHJvb3QgKG5vdCBN
        aWNyb3NvZnQpMCAXDTI1MDEwMTAwMDAwMFoYDzIxMjQxMjMxMDAwMDAwWjAqMQwwCgYDVQQKEwNTaW0xGjAYBgNVBAMTEVNpbSBzaW11
        bGF0ZWQgR1BVMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAw0d13yR1EjFAvae284jECNBaEWszGO48rDU81drH8OL9LFt1
        sZI5hvqtSP0zVZ6ZPFek/O+heksvD83qiY/Ze6d7iq7CldNcfLH58GyENZa7QBAkxA3K39E/kaIpeCG3dYdsfTmitkrx3ObzKOJY9E88
        HAjO/1w6fDPC/3k568/z7uZSYOuVIi/ywMQhnCsm7yMSvMUhVGUrWxklUoTd4u7tzgroiUNlMqsFgihykM6xCVWsxuKGkW/MER3mw2qr
        OKD6ehVQdcQvBBgO90fHbxhetmTZejXX87sld+JksYJgAPTVpqT9DRqXOnzurbQYzU2vUvgGCnPmDYMpSSWJuwIDAQABo0EwPzAMBgNV
        HRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIFIDAfBgNVHSMEGDAWgBSolyov0OSLBEDJbWEsrxb81Qgn2TANBgkqhkiG9w0BAQsFAAOCAQEA
        TRCPyfpbRu5tMRpFbu2tbTol4C5T6s7tpwyqjzC2+NYAQttXOV1hrq2s9lfI9ScgbMaE6gIUMvsuV+EXk3cuwCUONxKSCTHIsfXjqK5m
        T12UW2om8qOwQ91rfeO1BIlRereJUp+y8kgNzCmZ4xgNRm7GNXxQQX7GvDqdxCo87EOPXjcfLZi/G2Y/u1OOtESUL/LnYpIkly6I2iSn
        CCsA/EsfjZwqoa9/DA3EIVO3njZHTuXEprMenjP5YVGpZlRocqFgvCGvDA+ftB/yScqpdLg9F/Dpxgn03iXx8cj8xDb0Slym0MBuYfjt
        GirG3DxUIpZaazElfIfkYAJyaauZMA==
        """;

    internal const string RootBase64 =
        """
        MIIDKzCCAhOgAwIBAgIBATANBgkqhkiG9w0BAQsFADA2MQwwCgYDVQQKEwNTaW0xJjAkBgNVBAMTHVNpbSB0ZXN0IHJvb3QgKG5vdCBN
        aWNyb3NvZnQpMCAXDTI1MDEwMTAwMDAwMFoYDzIxMjQxMjMxMDAwMDAwWjA2MQwwCgYDVQQKEwNTaW0xJjAkBgNVBAMTHVNpbSB0ZXN0
        IHJvb3QgKG5vdCBNaWNyb3NvZnQpMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAt7uqRnd9zZ9acGQ0qqSi7h/aMkSn3cvl
        KHKJo2c4Ace7cAVqlNpkOeubP4c1w5opX1hPUdevlRrSQNaMWJIfnftsPaTd4kPv+dgY3dNRjxTCaOOMTlr3232q8Pxf9uYSLsdBK5kY
        j4QplOJ1enH4vqG+rGMVOYfxh7fjEbHM8FB3ddwXOn+GOux71EZKJxKcAECkeIOHLClxy5ew8w7rKdOaxdYSJPweRbjxOXQhFt9icOCi
        4X11998qYpED4rc0yeiHheiXLXFtmnBsz9amAhl1lkJrElhPK2aziCL2kO4QZcL3HGePKkq3qVWUXtu3JKOv9rfBlBMr3/pFHXx0jwID
        AQABo0IwQDAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwICBDAdBgNVHQ4EFgQUqJcqL9DkiwRAyW1hLK8W/NUIJ9kwDQYJKoZI
        hvcNAQELBQADggEBACuWZTCzcJsiBHViszQWM3nMKWlPYS0oGmk4iIz3SEwhS69kcMWpQJ7udkmdU1up+Kbu3VyhRVjVEnzcL9wjRSi6
        Fc6yys4LmPiPHf3ujj2JPTtT8g2kQLQLo+4jBpoELQEhrNZlvIAL2iX8QGLU399gAPZdxQ2zkRChqpOIAf+DfyA620uSyvNhTpfkZ+JF
        LlCRSuSCIHguAXcuJray0dHahD1S+pwHqfDwUnYy/UkDneRlvdtmG1ALPiIyG6bbv/BdKrKtdiEH6lvJKBZcv1bTjSatec7kokIINDA6
        jY5kY2+oAC1tixalpRz5PBc2VUpbbgjUt86w0ipULyanXAs=
        """;
}
