using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Fragments;
using Sim.Scenarios.Media.Movie;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Layout;

/// <summary>Finds the boxes that only encrypted media has, and leaves them out of the output.</summary>
internal sealed class ProtectionBoxes(MediaWindow window, CutMap cuts)
{
    private readonly AuxiliaryReader _auxiliary = new(window);
    private readonly SampleGroupReader _groups = new(window);

    /// <summary>Whether a box holds licence data: pssh, or PIFF's form of it.</summary>
    public static bool IsProtectionSystem(Box box) => box.Type == BoxType.Pssh || box.UserType == PiffRule.ProtectionSystem;

    /// <summary>Leaves out a whole box.</summary>
    public void Cut(Box box) => cuts.Add(box.Start, box.End);

    public void Cut(Box moov, MovieTrack[] tracks)
    {
        foreach (var box in moov.Children)
        {
            var track = Array.Find(tracks, track => track.Box == box);
            CutIn(box, moov, track?.IsProtected ?? false);
        }
    }

    public void Cut(Fragment fragment)
    {
        foreach (var box in fragment.Box.Children)
        {
            var track = Array.Find(fragment.Tracks, track => track.Box == box);
            CutIn(box, fragment.Box, track?.IsProtected ?? false);
        }
    }

    private void CutIn(Box box, Box parent, bool isProtected)
    {
        var removed = IsProtectionSystem(box)
            || (box.Type == BoxType.Sinf && BoxType.IsProtectedEntry(parent.Type))
            || _auxiliary.IsProtection(box, isProtected)
            || _groups.IsSeig(box);
        if (removed)
        {
            Cut(box);
            return;
        }

        foreach (var child in box.Children) CutIn(child, box, isProtected);
    }
}
