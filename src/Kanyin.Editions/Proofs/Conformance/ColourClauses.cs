using System.Buffers.Binary;
using System.Text;
using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 19005-2 6.2.3, 6.2.4 and 6.2.10: the output intent, its profile, the colour spaces under it, transparency.</summary>
internal static class ColourClauses
{
    private static readonly string[] _profileTags = ["desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];

    public static void Check(Inspection inspection, IReadOnlyList<ContentScan> contents)
    {
        var file = inspection.File;
        var intent = file.Items(inspection.Catalog.Entries.GetValueOrDefault("OutputIntents")).Select(file.Resolve).OfType<CosDictionary>().FirstOrDefault(i => file.Name(i, "S") == "GTS_PDFA1");
        if (intent is null || file.Get(intent, "OutputConditionIdentifier") is not CosString)
        {
            inspection.Report(OutputIntent, "The catalog names no output intent of type GTS_PDFA1.");
        }
        else if (ProfileFault(intent, file) is { } fault)
        {
            inspection.Report(Profile, fault);
        }

        foreach (var (number, value) in file.Objects)
        {
            if (value is CosStream image && file.Name(image, "Subtype") == "Image" && !IsCovered(file.Get(image, "ColorSpace"), file))
            {
                inspection.Report(ColourSpace, $"The picture of object {number} is not in DeviceGray, DeviceRGB, a sound profile or colours taken from them.");
            }
            else if (value is CosDictionary pattern && file.Dictionary(pattern, "Shading") is { } shading && !IsCovered(file.Get(shading, "ColorSpace"), file))
            {
                inspection.Report(ColourSpace, $"The gradient of object {number} is not in DeviceGray or DeviceRGB.");
            }
        }

        foreach (var page in contents)
        {
            inspection.Require(!page.HasForeignColours, ColourSpace, $"On {page.Where} a colour is set that is neither grey nor RGB.");
            inspection.Require(page.IsPart || HasBlendingSpace(page, file) || !IsTransparent(page, file), BlendingSpace, $"{page.Where} lets things show through, and has no group with a colour space.");
        }
    }

    private static bool IsCovered(CosValue? space, CosFile file) => space switch
    {
        null => false,
        CosName { Value: "DeviceGray" or "DeviceRGB" } => true,
        CosArray { Items: [CosName { Value: "Indexed" }, var below, ..] } => IsCovered(file.Resolve(below), file),
        CosArray { Items: [CosName { Value: "ICCBased" }, var profile] } => file.Resolve(profile) is CosStream stream && HeaderFault(stream, file) is null,
        _ => false,
    };

    private static bool HasBlendingSpace(ContentScan page, CosFile file) => file.Dictionary(page.Page.Dictionary, "Group") is { } group && file.Get(group, "CS") is not null;

    // Pictures with soft masks, forms that are groups, and states that are not opaque.
    private static bool IsTransparent(ContentScan page, CosFile file)
    {
        var (objects, states) = (file.Dictionary(page.Page.Resources, "XObject"), file.Dictionary(page.Page.Resources, "ExtGState"));
        return page.ObjectsUsed.Select(name => file.Dictionary(objects, name)).OfType<CosDictionary>().Any(o => o.Entries.ContainsKey("SMask") || o.Entries.ContainsKey("Group"))
            || page.StatesUsed.Select(name => file.Dictionary(states, name)).OfType<CosDictionary>().Any(s => file.Get(s, "SMask") is CosDictionary || IsBelowOne(s, "ca") || IsBelowOne(s, "CA"));

        bool IsBelowOne(CosDictionary state, string key) => file.Get(state, key) is CosNumber { Value: < 1 };
    }

    /// <summary>What is wrong with the profile (ICC.1:2004-10 clause 7), or null.</summary>
    private static string? ProfileFault(CosDictionary intent, CosFile file)
    {
        if (file.Get(intent, "DestOutputProfile") is not CosStream stream)
        {
            return "The output intent has no profile.";
        }

        if (file.Get(stream, "N") is not CosNumber { Int: 3 })
        {
            return "The profile's N is not 3.";
        }

        if (HeaderFault(stream, file) is { } fault)
        {
            return fault;
        }

        var data = file.Decode(stream);
        var count = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(128));
        var tags = Enumerable.Range(0, Math.Clamp(count, 0, (data.Length - 132) / 12)).Select(i => 132 + (12 * i)).ToList();
        var missing = _profileTags.Except(tags.Select(Ascii)).ToList();
        var isCut = tags.Exists(t => (long)BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(t + 4)) + BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(t + 8)) > data.Length);
        return missing.Count > 0 ? $"The profile lacks {string.Join(", ", missing)}." : isCut ? "A tag of the profile ends beyond it." : null;

        string Ascii(int at) => Encoding.ASCII.GetString(data, at, 4);
    }

    // 7.2: of a picture's profile no more is asked, as readers that cannot use it fall back on its N.
    private static string? HeaderFault(CosStream profile, CosFile file)
    {
        var data = file.Decode(profile);
        var space = (file.Get(profile, "N") as CosNumber)?.Int switch { 1 => "GRAY", 3 => "RGB ", _ => "" };
        var isSound = data.Length >= 132 && BinaryPrimitives.ReadInt32BigEndian(data) == data.Length && data[8] is >= 2 and <= 4
            && Encoding.ASCII.GetString(data, 36, 4) == "acsp" && Encoding.ASCII.GetString(data, 16, 4) == space
            && Encoding.ASCII.GetString(data, 12, 4) is "mntr" or "prtr" or "scnr" or "spac";
        return isSound ? null : "The profile's header is not that of a profile of version 2 to 4 for its number of colours.";
    }
}
