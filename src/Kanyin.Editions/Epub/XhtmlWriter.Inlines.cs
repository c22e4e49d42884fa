using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Editions.Mathematics;
using Math = Kanyin.Books.Model.Math;

namespace Kanyin.Editions.Epub;

internal sealed partial class XhtmlWriter
{
    private bool _insideLink;

    private void Write(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Text text:
                WriteWords(text);
                break;
            case Emphasis emphasis:
                // Han is never slanted (it takes 楷体 or dots), Latin is.
                Wrap("em", emphasis.Inlines, !HasHan(emphasis.Inlines) ? "latin" : _volume.House.DotsEmphasis ? "dot" : null);
                break;
            case Strong strong:
                Wrap("strong", strong.Inlines);
                break;
            case Strike strike:
                Wrap("s", strike.Inlines);
                break;
            case Underline underline:
                Wrap("u", underline.Inlines);
                break;
            case Mark mark:
                Wrap("mark", mark.Inlines);
                break;
            case Script script:
                Wrap(script.IsSuper ? "sup" : "sub", script.Inlines);
                break;
            case Code code:
                WrapText("code", code.At, code.Value);
                break;
            case Keyboard key:
                WrapText("kbd", key.At, key.Value);
                break;
            case Math math:
                WritePageStarts(math.At);
                WriteFormula(math.Formula, isDisplay: false);
                break;
            case Link link:
                WriteLink(link);
                break;
            case Image image:
                WriteImage(image);
                break;
            case Note note:
                WriteNoteCall(note);
                break;
            case Ruby ruby:
                WritePageStarts(ruby.At);
                _page.Open("ruby");
                Write(ruby.Base);
                _page.Leaf("rt", ruby.Reading);
                _page.Close();
                break;
            case Anchor anchor:
                if (NewId(anchor.Id) is { } id)
                {
                    _page.Leaf("span", "", ("id", id));
                }

                break;
            case LineBreak:
                _page.Empty("br");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteFormula(Formula formula, bool isDisplay) => _page.Add(_volume.Formulas?.Of(formula, isDisplay) ?? MathMl.Of(formula, isDisplay));

    private void WriteWords(Text text)
    {
        foreach (var (words, isForeign) in ForeignWords.Parts(text.Value))
        {
            if (isForeign)
            {
                _page.Open("span", ("lang", "en"), ("xml:lang", "en"));
            }

            WriteText(text.At, words);
            if (isForeign)
            {
                _page.Close();
            }
        }
    }

    private void WrapText(string element, Place at, string text, string? className = null)
    {
        _page.Open(element, ("class", className));
        WriteText(at, text);
        _page.Close();
    }

    private void Wrap(string element, ImmutableArray<Inline> inlines, string? className = null)
    {
        _page.Open(element, ("class", className));
        Write(inlines);
        _page.Close();
    }

    private void WriteLink(Link link)
    {
        var address = link.Target switch
        {
            InternalTarget target => _volume.Addresses.Find(target.Id, _document.Name),
            ExternalTarget target => WebAddress.Of(target.Address),
            BrokenTarget => null,
            _ => throw new UnreachableException(),
        };
        var hasWords = HasWords(link.Inlines);
        var canLink = address is not null && !_insideLink && CanBePressed(link);
        if (!canLink)
        {
            Write(link.Inlines);
            WritePageStarts(link.At);
            return;
        }

        _page.Open("a", ("href", address), ("title", link.Title), ("aria-label", hasWords ? null : link.Title ?? "链接"));
        _insideLink = true;
        Write(link.Inlines);
        _insideLink = false;
        _page.Close();
        WritePageStarts(link.At);
        WriteWaitingCalls();
    }

    /// <summary>It shows words or a picture.</summary>
    public static bool CanBePressed(Link link) => HasWords(link.Inlines) || link.Inlines.OfType<Image>().Any();

    /// <summary>A picture of the book; a link to a remote one, because an EPUB must not fetch; or the words that stand for a missing one.</summary>
    private void WriteImage(Image image)
    {
        WritePageStarts(image.At);
        if (_volume.Pictures.Find(image) is { } file)
        {
            var width = image.Width is { } w and >= 1 ? XmlNumber((int)w) : null;
            _page.Empty("img", ("src", "../" + file.Path), ("alt", image.Alt), ("title", image.Title), ("width", width), ("class", JoinedClasses(ShareClass(image), file.IsSeeThrough ? "see-through" : null)), ("role", image.Alt.Length == 0 ? "presentation" : null));
        }
        else if (!_insideLink && RemoteAddress(image) is { } address)
        {
            _page.Leaf("a", WordsFor(image), ("class", "absent"), ("href", address));
        }
        else
        {
            _page.Leaf("span", WordsFor(image), ("class", "absent"));
        }
    }

    /// <summary>The asked share of the measure, in tenths, as a class: HTML knows no width in percent.</summary>
    private static string? ShareClass(Image image) => image.Share is { } share ? "share-" + XmlNumber((int)System.Math.Round(System.Math.Clamp(share, 0.1, 1) * 10) * 10) : null;

    /// <summary>What is printed in place of a picture that the edition cannot show.</summary>
    public static string WordsFor(Image image) => string.IsNullOrWhiteSpace(image.Alt) ? image.Source : image.Alt;

    private static string? RemoteAddress(Image image) =>
        !image.IsRemote ? null : WebAddress.Of(image.Source.StartsWith("//", StringComparison.Ordinal) ? "https:" + image.Source : image.Source);

    private static bool HasWords(ImmutableArray<Inline> inlines) => inlines.Any(i => i is Image { Alt.Length: > 0 } or Image { Picture: null }) || !string.IsNullOrWhiteSpace(PlainText.Of(inlines));

    private static bool HasHan(ImmutableArray<Inline> inlines) => PlainText.Of(inlines).Any(c => c is >= '\u2E80' and <= '\uFFEF'); // from CJK radicals to full-width forms
}
