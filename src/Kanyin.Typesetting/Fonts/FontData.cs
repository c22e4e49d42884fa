using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kanyin.Typesetting.Fonts;

/// <summary>
/// A TrueType file at an address that does not change, as HarfBuzz and Skia want it. A file is mapped, not read: of the 20 MB
/// of outlines that a Chinese face has, a book looks at a tenth.
/// </summary>
public sealed unsafe class FontData
{
    private const int LongestFile = 64 << 20;

    private readonly object _owner;

    private FontData(object owner, nint address, int length) => (_owner, Address, Length) = (owner, address, length);

    /// <summary>Good for as long as this object is held.</summary>
    public nint Address { get; }

    public int Length { get; }

    public ReadOnlySpan<byte> Bytes => new((void*)Address, Length);

    /// <summary>Throws <see cref="InvalidDataException"/> for a file that is not a font, and <see cref="IOException"/> when it cannot be read.</summary>
    /// <param name="path">A TrueType or WOFF 1 file. It may not change while it is used.</param>
    public static FontData Open(string path)
    {
        if (Path.GetExtension(path) == ".woff")
        {
            return Of(File.ReadAllBytes(path));
        }

        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        return new FontData(view, view.SafeMemoryMappedViewHandle.DangerousGetHandle(), checked((int)new FileInfo(path).Length));
    }

    /// <summary>Throws <see cref="InvalidDataException"/> for a WOFF file that is damaged.</summary>
    /// <param name="file">The bytes of a TrueType or WOFF 1 file.</param>
    public static FontData Of(ReadOnlySpan<byte> file)
    {
        if (SfntReader.LengthOfSfnt(file) is < 0 or > LongestFile)
        {
            throw new InvalidDataException("The font says that it is larger than any font.");
        }

        var bytes = GC.AllocateArray<byte>(SfntReader.LengthOfSfnt(file), pinned: true);
        SfntReader.CopySfnt(file, bytes);
        return new FontData(bytes, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes)), bytes.Length);
    }

    /// <summary>Says that the bytes were needed up to here.</summary>
    public void KeepAlive() => GC.KeepAlive(_owner);
}
