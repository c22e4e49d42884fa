namespace Kanyin.Editions.EpubCheck.Archive;

/// <summary>One entry of the central directory, as it stands there (APPNOTE 4.3.12). Sizes and offsets are bytes.</summary>
/// <param name="HeaderOffset">Where the local header begins.</param>
/// <param name="IsNameValid">Whether the bytes of the name are UTF-8; where not, the name is read as Latin-1.</param>
internal sealed record ZipMember(string Name, bool IsNameValid, ushort Flags, ushort Method, uint Crc, long Packed, long Length, long HeaderOffset, uint ExternalAttributes)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public bool IsFolder => Name.EndsWith('/');

    /// <summary>Bit 0: the bytes are enciphered.</summary>
    public bool IsEnciphered => (Flags & 1) != 0;

    /// <summary>Unix mode S_IFLNK in the upper half: an extractor would follow it out of the folder.</summary>
    public bool IsSymbolicLink => ((ExternalAttributes >> 16) & 0xF000) == 0xA000;
}
