using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Collects running text. Neighbouring texts become one; HTML tags open and close frames, whether they come from Markdown or from an HTML block.</summary>
internal sealed class InlineBuilder(ReadingFile file, bool isInLink = false)
{
    private readonly Stack<Frame> _open = new([new Frame(HtmlTag.Transparent, "", default, null)]);

    public bool IsEmpty => _open.Count == 1 && _open.Peek().Inlines.Count == 0;

    /// <summary>How many tags are open.</summary>
    public int Depth => _open.Count - 1;

    public void Add(Inline inline) => _open.Peek().Inlines.Add(inline);

    public void AddText(Place at, string value) => _open.Peek().AddText(at, value);

    /// <summary>The picture that was added last, for the {width=…} after it.</summary>
    public Image? LastImage
    {
        get => _open.Peek().Inlines is [.., Image image] ? image : null;
        set => _open.Peek().Inlines[^1] = value!;
    }

    /// <summary>What was added last can have attributes after it: a link, code, words in bold.</summary>
    public bool EndsInMarkup => _open.Peek().Inlines is [.., Link or Strong or Emphasis or Code or Mark];

    /// <param name="link">The address of an a element, else null.</param>
    public void Open(HtmlTag tag, string name, Place at, string? link = null) => _open.Push(new Frame(tag, name, at, link));

    /// <summary>Closes the nearest open frame of that name, and whatever was left open inside it. False when there is none.</summary>
    public bool Close(string name)
    {
        if (!_open.Any(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        while (!_open.Peek().Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            Abandon();
        }

        var frame = _open.Pop();
        Wrap(frame, file.At(frame.At.Start, frame.Inlines.Count > 0 ? System.Math.Max(End(frame.Inlines[^1]), End(frame.At)) : End(frame.At)));
        return true;
    }

    /// <summary>The finished text; tags still open are reported and left out.</summary>
    public ImmutableArray<Inline> Finish()
    {
        while (_open.Count > 1)
        {
            Abandon();
        }

        return Finished(_open.Peek().Inlines, isInLink);
    }

    private static int End(Inline inline) => End(inline.At);

    private static int End(Place at) => at.Start + at.Length;

    private void Abandon()
    {
        var frame = _open.Pop();

        // HTML lets rt and rp end with their ruby.
        if (frame.Tag is HtmlTag.RubyReading or HtmlTag.RubyParenthesis)
        {
            Wrap(frame, frame.At);
            return;
        }

        file.Report(ReadingFindings.UnclosedTag, frame.At, $"<{frame.Name}> is not closed in its paragraph; the tag is left out.", $"Add </{frame.Name}>.");
        Splice(frame.Inlines);
    }

    private void Splice(IEnumerable<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Text t)
            {
                AddText(t.At, t.Value);
            }
            else
            {
                Add(inline);
            }
        }
    }

    private void Wrap(Frame frame, Place at)
    {
        var isLink = frame.Tag == HtmlTag.Link && frame.Link is not null;
        var inlines = Finished(frame.Inlines, isInLink || isLink);
        switch (frame.Tag)
        {
            case HtmlTag.RubyParenthesis:
                break;
            case HtmlTag.RubyReading:
                var inside = _open.Peek().Inlines;
                var first = inside.FindLastIndex(i => i is Ruby) + 1;
                var rubies = Rubies.Of(at, Finished(inside[first..], true), PlainText.Of(inlines));
                inside.RemoveRange(first, inside.Count - first);
                inside.AddRange(rubies);
                break;
            case HtmlTag.Ruby or HtmlTag.Transparent:
            case HtmlTag.Link when !isLink:
                Splice(frame.Inlines);
                break;
            case HtmlTag.Keyboard:
                Add(new Keyboard(at, PlainText.Of(inlines)));
                break;
            case HtmlTag.Code:
                Add(new Code(at, PlainText.Of(inlines)));
                break;
            case HtmlTag.Link:
                Add(new Link(at, Unresolved(frame.Link!), null, inlines));
                break;
            default:
                Add(Dressed(frame.Tag, at, inlines));
                break;
        }
    }

    private static Inline Dressed(HtmlTag tag, Place at, ImmutableArray<Inline> inlines) => tag switch
    {
        HtmlTag.Strong => new Strong(at, inlines),
        HtmlTag.Emphasis => new Emphasis(at, inlines),
        HtmlTag.Underline => new Underline(at, inlines),
        HtmlTag.Strike => new Strike(at, inlines),
        HtmlTag.Mark => new Mark(at, inlines),
        HtmlTag.Superscript => new Script(at, true, inlines),
        HtmlTag.Subscript => new Script(at, false, inlines),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Until <see cref="Resolving.Links"/> has run, every target is a broken one that holds the address.</summary>
    public static LinkTarget Unresolved(string address) => new BrokenTarget(address, BrokenReason.MissingFile);

    private static ImmutableArray<Inline> Finished(List<Inline> inlines, bool isInLink) =>
        isInLink || !inlines.Exists(i => i is Text t && BareLinks.MayBeIn(t)) ? [.. inlines] : [.. inlines.SelectMany(i => i is Text t ? BareLinks.Split(t) : [i])];

    private sealed record Frame(HtmlTag Tag, string Name, Place At, string? Link)
    {
        private readonly List<Inline> _inlines = [];
        private Place _textAt;

        // Most texts are of one piece.
        private string _text = "";
        private StringBuilder? _longer;

        public List<Inline> Inlines
        {
            get
            {
                if (_text.Length > 0)
                {
                    _inlines.Add(new Text(_textAt, _longer?.ToString() ?? _text));
                    (_text, _longer) = ("", null);
                }

                return _inlines;
            }
        }

        /// <summary>Texts next to each other wait until something else comes, so that thousands of them cost no more than their length.</summary>
        public void AddText(Place at, string value)
        {
            if (_text.Length == 0)
            {
                (_textAt, _text) = (at, value);
                return;
            }

            _textAt = _textAt with { Length = System.Math.Max(_textAt.Length, at.Start + at.Length - _textAt.Start) };
            (_longer ??= new StringBuilder(_text)).Append(value);
        }
    }
}
