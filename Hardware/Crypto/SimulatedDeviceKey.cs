namespace Sim.Hardware.Crypto;

/// <summary>
/// The RSA-2048 key pair of the simulated device (PKCS #8 DER in base64). It is public by being here: a test identity
/// that makes runs repeatable and protects nothing. It is not, and must never become, the key of a real device.
/// </summary>
internal static class SimulatedDeviceKey
{
    internal const string Pkcs8Base64 =
        """
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDDR3XfJHUSMUC9p7bziMQI0FoRazMY7jysNTzV2sfw4v0sW3Wx
        kjmG+q1I/TNVnpk8V6T876F6Sy8PzeqJj9l7p3uKrsKV01x8sfnwbIQ1lrtAECTEDcrf0T+Roil4Ibd1h2x9OaK2SvHc5vMo4lj0
        TzwcCM7/XDp8M8L/eTnrz/Pu5lJg65UiL/LAxCGcKybvIxK8xSFUZStbGSVShN3i7u3OCuiJQ2UyqwWCKHKQzrEJVazG4oaRb8wR
        HebDaqs4oPp6FVB1xC8EGA73R8dvGF62ZNl6NdfzuyV34mSxgmAA9NWmpP0NGpc6fO6ttBjNTa9S+AYKc+YNgylJJYm7AgMBAAEC
        ggEADxAEh6IMXuTD4L0k75nPJGGzbznssF6AxitT4w6W/73EF7dOsTpqGIv4CmcjBHAq03/SxWkG2uPqU30N7oih45e/TKrlOuEZ
        dn7UT7C3IMEP9kWO6HARHXyw7niEW8FSB6bayrmQeboqXmBfRWCMMJZ20i/1wFAdxlwujT3z2a+UQYI6rX9p38ATecOOUXG86ESv
        +VopF7f7V9U9fhcjYPDPTgsBj04vVD2qAL0jmVxj3wm4StGuAOIXvREkMJqNCbPz0PLJLZUJhWl5C7PcAZfVCsmtQap0Pcpgo4KK
        p9Nc19GCGsTNoXNQL3nc5/xxvzYaIWLlp6jPbuiO+5+QKQKBgQDiymS8lup3+7ta5rjo7eWr0+TIpl4vVnurwBWi2dVfRb+05TI/
        K3js5PcwC8iwXccE0ulBYQvR9SqQqNxumk/KtOPNubd9o2KehZo9eI+Vljth/5rAE1uF2HoF0/ludcp2eHgoR9sK6q+XsuNl5fU/
        JYkdYhhZL0FR/3DRa1oNEwKBgQDcbhb0Q+pEAnTlTS05KrnmJJOvSxvGc3LACVfSdXP4vPKaA0VPAq3CYExtBf4QNpXot9gvG0uS
        HCbQv0zTUumzm5EE5rj7kzHEtqyHDCwaf6AJrrInSmq162BmCH75oMDREanMSxvnnlOPK8X6gmi6FRS+iB6YgWVgrDd4IZttuQKB
        gQDFDRQQJJSfIbN9XQEHKkUnUhn0GVG2kc8swN5LvDe/6wuR8p8A8hXEx4DbVzHNw/17fII9U0QA7qNIQ+Abnap8t0VD5/y9hmvW
        zsDgblNbpsf78yoTf/5Cwn/rdm3Ag0oiO7QzU5PH3XgqN72LOQ4pCsUjKat8OinoRClTXJJGzwKBgFr/e6xlKR3gYb+Tp7q037+Z
        k/pGqHW5jUKn2MCCSlkCL6jS9tbSRUc8F/DeC29ICYTj+HQh8YWk54U/pAiNbvr9mtWKJg19S4to2jp6FO7vhvLYUqWTvA/T1pzo
        nvqQmWj1wMIcs61fmCE/seBj27YOI90wNmlA6cgJ8HBAd3jJAoGBAMB0xR+T0XYeu+eehqnQk52ML5dggL1YkRDkIcs6ZoAW4Efj
        wA4PGuHkLrtpl9/8a/XhJBDscUorKQk8FXKqlvJiRdK6PtMpftQ3pZwjwSkEFjuGfpyA/JxOChZLsEdKJ7koC2PY0BlVVr3+GiwN
        ZPFtNcKEabb+3dFOrkiCPIug
        """;
}
