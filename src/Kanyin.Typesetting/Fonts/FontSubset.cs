using System.Runtime.InteropServices;

namespace Kanyin.Typesetting.Fonts;

/// <summary>Cuts a face down to some glyphs, through the subsetter of HarfBuzz (HarfBuzzSharp ships it but does not expose it).</summary>
public static unsafe partial class FontSubset
{
    private const string HarfBuzz = "libHarfBuzzSharp";

    // hb-subset.h and hb-blob.h
    private const int NoHinting = 1;
    private const int NoLayoutClosure = 0x200;
    private const int DropTableSet = 3;
    private const int FeatureSet = 6;
    private const int ReadOnlyMemory = 1;

    // ISO 32000-1 9.9.1, table 126: a CIDFontType2 program needs glyf, head, hhea, hmtx, loca, maxp and nothing else.
    private static readonly string[] _dropped =
        ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "STAT", "VORG", "cmap", "gasp", "kern", "meta", "name", "post", "vhea", "vmtx"];

    // EP1: by default the subsetter leaves out what halves the marks.
    private static readonly string[] _features = ["ccmp", "locl", "calt", "halt", "chws", "vhal", "vchw", "palt", "vert", "vrt2", "liga", "kern", "mark"];

    /// <summary>
    /// A TrueType program in which glyph i is the face's glyph <c>glyphs[i]</c>; parts of composite glyphs follow after
    /// them. It holds outlines and advances only: no hints, names, layout or character map.
    /// </summary>
    /// <param name="glyphs">Distinct glyph ids; the first must be 0 (.notdef).</param>
    public static byte[] Of(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(glyphs.IsEmpty ? -1 : glyphs[0], 0);
        var wanted = glyphs.ToArray();
        return Cut(face, input => Describe(input, wanted));
    }

    /// <summary>A TrueType font that a browser can set these characters with: named, mapped, and with the layout features that Chinese type needs.</summary>
    /// <param name="codePoints">Those the face lacks are passed over.</param>
    public static byte[] ForScreens(FontFace face, IEnumerable<int> codePoints) => Cut(face, input =>
    {
        SetFlags(input, NoHinting);
        nint set = InputCharacters(input), features = InputSet(input, FeatureSet);
        foreach (var codePoint in codePoints)
        {
            SetAdd(set, (uint)codePoint);
        }

        SetClear(features);
        foreach (var tag in _features)
        {
            SetAdd(features, Tag(tag));
        }
    });

    private static byte[] Cut(FontFace face, Action<nint> describe)
    {
        var blob = BlobCreate((byte*)face.Data.Address, (uint)face.Data.Length, ReadOnlyMemory, 0, 0);
        var whole = FaceCreate(blob, 0);
        var input = InputCreate();
        describe(input);
        var part = Subset(whole, input);
        try
        {
            return part != 0 ? Bytes(part) : throw new InvalidDataException($"HarfBuzz cannot subset {face.Name}.");
        }
        finally
        {
            FaceDestroy(part);
            InputDestroy(input);
            FaceDestroy(whole);
            BlobDestroy(blob);
            face.Data.KeepAlive();
        }
    }

    private static void Describe(nint input, ReadOnlySpan<ushort> glyphs)
    {
        SetFlags(input, NoHinting | NoLayoutClosure);
        nint set = InputGlyphs(input), numbers = InputGlyphNumbers(input), tables = InputSet(input, DropTableSet);
        for (var i = 0; i < glyphs.Length; i++)
        {
            SetAdd(set, glyphs[i]);
            MapSet(numbers, glyphs[i], (uint)i);
        }

        foreach (var tag in _dropped)
        {
            SetAdd(tables, Tag(tag));
        }
    }

    private static uint Tag(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];

    private static byte[] Bytes(nint face)
    {
        var blob = FaceBlob(face);
        var start = BlobData(blob, out var length);
        var bytes = new ReadOnlySpan<byte>(start, (int)length).ToArray();
        BlobDestroy(blob);
        return bytes;
    }

    [LibraryImport(HarfBuzz, EntryPoint = "hb_blob_create")]
    private static partial nint BlobCreate(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_blob_destroy")]
    private static partial void BlobDestroy(nint blob);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_blob_get_data")]
    private static partial byte* BlobData(nint blob, out uint length);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_face_create")]
    private static partial nint FaceCreate(nint blob, uint index);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_face_destroy")]
    private static partial void FaceDestroy(nint face);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_face_reference_blob")]
    private static partial nint FaceBlob(nint face);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_create_or_fail")]
    private static partial nint InputCreate();

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_destroy")]
    private static partial void InputDestroy(nint input);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_set_flags")]
    private static partial void SetFlags(nint input, uint flags);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_glyph_set")]
    private static partial nint InputGlyphs(nint input);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_unicode_set")]
    private static partial nint InputCharacters(nint input);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_old_to_new_glyph_mapping")]
    private static partial nint InputGlyphNumbers(nint input);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_input_set")]
    private static partial nint InputSet(nint input, int kind);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_set_add")]
    private static partial void SetAdd(nint set, uint value);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_set_clear")]
    private static partial void SetClear(nint set);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_map_set")]
    private static partial void MapSet(nint map, uint key, uint value);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_subset_or_fail")]
    private static partial nint Subset(nint face, nint input);
}
