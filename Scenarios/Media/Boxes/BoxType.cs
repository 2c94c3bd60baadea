namespace Sim.Scenarios.Media.Boxes;

/// <summary>The four-character box types of ISO/IEC 14496-12 and 23001-7 that matter here, as big-endian numbers.</summary>
internal static class BoxType
{
    public const uint Ftyp = 0x66747970; // ftyp
    public const uint Styp = 0x73747970; // styp
    public const uint Moov = 0x6d6f6f76; // moov
    public const uint Moof = 0x6d6f6f66; // moof
    public const uint Mdat = 0x6d646174; // mdat
    public const uint Free = 0x66726565; // free
    public const uint Skip = 0x736b6970; // skip
    public const uint Wide = 0x77696465; // wide
    public const uint Pnot = 0x706e6f74; // pnot
    public const uint Uuid = 0x75756964; // uuid
    public const uint Sidx = 0x73696478; // sidx
    public const uint Ssix = 0x73736978; // ssix
    public const uint Mfra = 0x6d667261; // mfra
    public const uint Tfra = 0x74667261; // tfra
    public const uint Pssh = 0x70737368; // pssh
    public const uint Trak = 0x7472616b; // trak
    public const uint Tkhd = 0x746b6864; // tkhd
    public const uint Mdia = 0x6d646961; // mdia
    public const uint Hdlr = 0x68646c72; // hdlr
    public const uint Minf = 0x6d696e66; // minf
    public const uint Dinf = 0x64696e66; // dinf
    public const uint Dref = 0x64726566; // dref
    public const uint Stbl = 0x7374626c; // stbl
    public const uint Stsd = 0x73747364; // stsd
    public const uint Stsc = 0x73747363; // stsc
    public const uint Stsz = 0x7374737a; // stsz
    public const uint Stz2 = 0x73747a32; // stz2
    public const uint Stco = 0x7374636f; // stco
    public const uint Co64 = 0x636f3634; // co64
    public const uint Senc = 0x73656e63; // senc
    public const uint Saiz = 0x7361697a; // saiz
    public const uint Saio = 0x7361696f; // saio
    public const uint Sgpd = 0x73677064; // sgpd
    public const uint Sbgp = 0x73626770; // sbgp
    public const uint Csgp = 0x63736770; // csgp
    public const uint Mvex = 0x6d766578; // mvex
    public const uint Trex = 0x74726578; // trex
    public const uint Traf = 0x74726166; // traf
    public const uint Tfhd = 0x74666864; // tfhd
    public const uint Trun = 0x7472756e; // trun
    public const uint Sinf = 0x73696e66; // sinf
    public const uint Frma = 0x66726d61; // frma
    public const uint Schm = 0x7363686d; // schm
    public const uint Schi = 0x73636869; // schi
    public const uint Tenc = 0x74656e63; // tenc
    public const uint Cmov = 0x636d6f76; // cmov
    public const uint Meta = 0x6d657461; // meta
    public const uint Emsg = 0x656d7367; // emsg
    public const uint Prft = 0x70726674; // prft

    /// <summary>Sample entries of encrypted media (ISO/IEC 23001-7, and 14496-12 section 8.12).</summary>
    public static bool IsProtectedEntry(uint type) => Text(type) is
        "encv" or "enca" or "enct" or "encs" or "encm" or "encf" or "encp" or "enc3" or "encu"
        or "drms" or "drmi" or "drmt"; // Other vendors' schemes: their schm names them in the error.

    /// <summary>The four characters; whatever is not printable ASCII becomes a question mark.</summary>
    public static string Text(uint type) => string.Create(4, type, static (text, value) =>
    {
        for (var i = 0; i < 4; i++)
        {
            var c = (char)(byte)(value >> (24 - (8 * i)));
            text[i] = char.IsBetween(c, ' ', '~') ? c : '?';
        }
    });
}
