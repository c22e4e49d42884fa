using System.Buffers.Binary;

namespace Kanyin.Editions.Pictures;

/// <summary>Colour profiles inside pictures (ICC.1:2010 7.2).</summary>
public static class IccProfile
{
    private const int HeaderLength = 128, NewestVersion = 4;

    /// <summary>Whether a PDF may hold the profile for pictures of so many components (ISO 19005-2 6.2.4.2).</summary>
    public static bool Fits(ReadOnlySpan<byte> profile, int components) =>
        profile.Length > HeaderLength
        && BinaryPrimitives.ReadInt32BigEndian(profile) == profile.Length
        && profile[8] is >= 2 and <= NewestVersion
        && profile.Slice(36, 4).SequenceEqual("acsp"u8)
        && IsOneOf(profile.Slice(12, 4), "scnr"u8, "mntr"u8, "prtr"u8, "spac"u8)
        && profile.Slice(16, 4).SequenceEqual(components == 1 ? "GRAY"u8 : "RGB "u8);

    private static bool IsOneOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d) =>
        name.SequenceEqual(a) || name.SequenceEqual(b) || name.SequenceEqual(c) || name.SequenceEqual(d);
}
