using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>What the seig entries of one sgpd box say, and the one that holds where nothing is mapped.</summary>
internal sealed record GroupDescriptions(ProtectionRule[] Rules, uint Default)
{
    public static readonly GroupDescriptions None = new([], 0);
}

/// <summary>Reads the sample groups of type seig (sgpd and sbgp; ISO/IEC 14496-12 section 8.9).</summary>
internal sealed class SampleGroupReader(MediaWindow window)
{
    /// <summary>The grouping type of Common Encryption.</summary>
    public const uint Seig = 0x73656967; // seig

    /// <summary>The most group descriptions in one box.</summary>
    public const int DescriptionsMax = 1 << 16;

    // Group indices above it mean the descriptions of the same movie fragment.
    private const uint LocalBase = 0x10000;
    private const int SeigSize = 20;

    /// <summary>Whether a sgpd, sbgp or csgp box is about protection.</summary>
    public bool IsSeig(Box box) => box.Type switch
    {
        BoxType.Sgpd or BoxType.Sbgp or BoxType.Csgp => new BoxFields(window, box).U32(4) == Seig,
        _ => false,
    };

    public GroupDescriptions Descriptions(Box parent)
    {
        if (Only(parent, BoxType.Sgpd) is not { } box) return GroupDescriptions.None;
        var fields = new BoxFields(window, box);
        var (version, at) = (fields.Version, 8L);
        var sized = version == 1 || (version >= 2 && IsSized(fields));
        var length = sized ? fields.U32(Next(ref at)) : 0;
        var fallback = version >= 2 ? fields.U32(Next(ref at)) : 0;
        var count = fields.Count(fields.U32(Next(ref at)), at, bits: 8 * SeigSize);
        if (count > DescriptionsMax) throw fields.Fail($"holds {count} groups, more than {DescriptionsMax}");
        var rules = new ProtectionRule[count];
        for (var i = 0; i < count; i++)
        {
            var size = !sized ? SeigSize : length > 0 ? length : fields.U32(Next(ref at));
            if (size < SeigSize) throw fields.Fail($"a seig group of {size} bytes is too short");
            rules[i] = ProtectionRule.Read(fields, at + 2, pattern: fields.U8(at + 1));
            at += size;
        }

        return new(rules, fallback);
    }

    /// <summary>The groups of the samples under a stbl or traf box; null when there are none.</summary>
    /// <param name="parent">The box.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="ofTrack">The descriptions in the movie box.</param>
    /// <param name="ofFragment">Those in the same traf box; none for a stbl box.</param>
    public SampleGroups? Groups(Box parent, int count, GroupDescriptions ofTrack, GroupDescriptions ofFragment)
    {
        if (Only(parent, BoxType.Csgp) is { } compact)
        {
            throw window.Source.Fail(compact.ToString(), "a compact sample group of type 'seig' is not supported, only 'sbgp'");
        }

        var box = Only(parent, BoxType.Sbgp);
        var fields = new BoxFields(window, box ?? parent);
        var rest = ofFragment.Default > 0
            ? Rule(fields, Local(ofFragment.Default), ofTrack, ofFragment)
            : Rule(fields, ofTrack.Default, ofTrack, ofFragment);
        if (box is null) return rest is null ? null : new([], [], rest);
        var at = fields.Version == 0 ? 8L : 12L;
        var runs = fields.Count(fields.U32(Next(ref at)), at, bits: 64);
        var (ends, rules) = (new int[runs], new ProtectionRule?[runs]);
        long end = 0;
        for (var i = 0; i < runs; i++)
        {
            end += fields.U32(Next(ref at));
            if (end > count) throw fields.Fail($"groups {end} samples of {count}");
            ends[i] = (int)end;
            rules[i] = Rule(fields, fields.U32(Next(ref at)), ofTrack, ofFragment);
        }

        return new(ends, rules, rest);
    }

    private static ProtectionRule? Rule(BoxFields fields, uint index, GroupDescriptions ofTrack, GroupDescriptions ofFragment)
    {
        if (index == 0) return null;
        var (rules, place) = index > LocalBase ? (ofFragment.Rules, index - LocalBase) : (ofTrack.Rules, index);
        return place <= rules.Length ? rules[place - 1] : throw fields.Fail($"names the seig group {index}, which is not there");
    }

    // Editions of the standard differ in whether version 2 has the default length of version 1; the box's size tells.
    private static bool IsSized(BoxFields fields)
    {
        if (fields.Length < 20) return false;
        var (length, count) = (fields.U32(8), (long)fields.U32(16));
        return length == 0
            ? count > 0 && fields.Length >= 20 + (count * (4 + SeigSize))
            : length >= SeigSize && fields.Length == 20 + (count * length);
    }

    // A fragment's default counts its own descriptions, with or without the base that sbgp adds.
    private static uint Local(uint index) => index > LocalBase ? index : index + LocalBase;

    private static long Next(ref long at) => (at += 4) - 4;

    private Box? Only(Box parent, uint type)
    {
        Box? found = null;
        foreach (var box in parent.Children)
        {
            if (box.Type != type || !IsSeig(box)) continue;
            if (found is not null) throw window.Source.Fail(box.ToString(), "is the second one of type 'seig'");
            found = box;
        }

        return found;
    }
}
