using System.Collections.Immutable;

namespace Kanyin.Typesetting.Fonts;

/// <summary>The faces of fonts/, by role. Files are read when first needed. Safe to use from several threads.</summary>
public sealed class FontBook
{
    /// <summary>Source Serif's capitals are .670 em, Noto's .729: this evens them out without making Latin words look like larger type (fonts.md).</summary>
    private const double LatinScale = 1.035;

    /// <summary>Noto Emoji's pictures are 1.25 em wide: this brings them to one em, among Han.</summary>
    private const double EmojiScale = 0.8;

    /// <summary>STIX Two's x height is .473 em, that of Source Serif at its scale .492.</summary>
    private const double MathScale = 1.035;

    private readonly Lazy<FontFace> _song, _songBold, _heiLight, _hei, _heiBold, _kai, _latin, _latinItalic, _latinBold, _latinBoldItalic, _mono, _monoBold, _emoji, _symbols;
    private readonly Lazy<MathMetrics> _math;

    private FontBook(Func<string, double, FontFace> open)
    {
        _song = Face("noto-serif-sc/NotoSerifSC-Regular.ttf");
        _songBold = Face("noto-serif-sc/NotoSerifSC-Bold.ttf");
        _heiLight = Face("noto-sans-sc/NotoSansSC-Regular.ttf");
        _hei = Face("noto-sans-sc/NotoSansSC-Medium.ttf");
        _heiBold = Face("noto-sans-sc/NotoSansSC-Bold.ttf");
        _kai = Face("lxgw-wenkai/LXGWWenKai-Regular.woff");
        _latin = Face("source-serif-4/SourceSerif4-Regular.ttf", LatinScale);
        _latinItalic = Face("source-serif-4/SourceSerif4-Italic.ttf", LatinScale);
        _latinBold = Face("source-serif-4/SourceSerif4-Bold.ttf", LatinScale);
        _latinBoldItalic = Face("source-serif-4/SourceSerif4-BoldItalic.ttf", LatinScale);
        _mono = Face("inconsolata/Inconsolata-Regular.ttf");
        _monoBold = Face("inconsolata/Inconsolata-Bold.ttf");
        _emoji = Face("noto-emoji/NotoEmoji-Regular.ttf", EmojiScale);
        _math = new(() => new MathMetrics(open("stix-two-math/STIXTwoMath-Regular.ttf", MathScale)));
        _symbols = Face("noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf");

        Lazy<FontFace> Face(string file, double scale = 1) => new(() => open(file, scale));
    }

    /// <summary>The faces in a folder laid out like fonts/ of the repository. Throws <see cref="DirectoryNotFoundException"/> when it does not exist.</summary>
    public static FontBook Load(string folder) => Directory.Exists(folder)
        ? new FontBook((file, scale) => new FontFace(Path.GetFileNameWithoutExtension(file), FontData.Open(Path.Combine(folder, file)), scale))
        : throw new DirectoryNotFoundException($"The fonts folder {folder} does not exist.");

    /// <summary>One face in every role, for tests and for asking why a line broke where it did.</summary>
    public static FontBook Of(FontFace face) => new((_, _) => face);

    /// <summary>The face for formulas.</summary>
    internal MathMetrics Math => _math.Value;

    /// <summary>The face for Han and Chinese punctuation: a role's own face first, then the others for what it lacks.</summary>
    public FontFace Han(FontFamily family, bool isBold) => (family, isBold) switch
    {
        (FontFamily.Serif, false) => _song.Value,
        (FontFamily.Kai, false) => _kai.Value,
        (FontFamily.Sans, false) => _hei.Value,

        // Beside Inconsolata's thin strokes the weight of headings would be a blot.
        (FontFamily.Mono or FontFamily.Label, false) => _heiLight.Value,
        (_, true) => _heiBold.Value,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The face for Latin, Greek, Cyrillic, digits.</summary>
    public FontFace Latin(FontFamily family, bool isBold, bool isItalic) => (family, isBold, isItalic) switch
    {
        (FontFamily.Sans, false, _) => _hei.Value,
        (FontFamily.Label, false, _) => _heiLight.Value,
        (FontFamily.Sans or FontFamily.Label, true, _) => _heiBold.Value,
        (FontFamily.Mono, false, _) => _mono.Value,
        (FontFamily.Mono, true, _) => _monoBold.Value,
        (_, false, false) => _latin.Value,
        (_, false, true) => _latinItalic.Value,
        (_, true, false) => _latinBold.Value,
        (_, true, true) => _latinBoldItalic.Value,
    };

    /// <summary>The face that has the character: the preferred one, else the first of the fallbacks; null when none has it.</summary>
    public FontFace? WithCharacter(FontFace preferred, int codePoint)
    {
        if (preferred.GlyphOf(codePoint) != 0)
        {
            return preferred;
        }

        foreach (var face in Fallbacks)
        {
            if (face.Value.GlyphOf(codePoint) != 0)
            {
                return face.Value;
            }
        }

        return null;
    }

    private ImmutableArray<Lazy<FontFace>> Fallbacks => [_song, _hei, _kai, _latin, _mono, _songBold, _symbols, _emoji];
}
