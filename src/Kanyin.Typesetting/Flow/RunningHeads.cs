using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>Running heads over a thin rule, and page numbers (6.4): all artifacts.</summary>
internal sealed class RunningHeads(BookStyle style, ParagraphSetter paragraphs, FontBook fonts, SourceFile source)
{
    private const double RuleThickness = 0.5;

    /// <summary>The rule stands so many lines above the text; under a narrow margin less, but one at least.</summary>
    private const double RuleRise = 1.5;

    /// <summary>From the edge of the page to a head: nearer, the knife that trims the book may reach it.</summary>
    private const double LeastWhite = 5 * BookStyle.Millimetre;

    /// <summary>What a head and its distance from the rule take, in its own em.</summary>
    private const double HeadHeight = 1.4;

    /// <summary>The foot of the text to the number's baseline, in lines.</summary>
    private const double NumberDrop = 1.9;
    private const double FigureHeight = 0.65;
    private const string Ellipsis = "……";

    private readonly Dictionary<string, Line?> _heads = new(StringComparer.Ordinal);

    /// <summary>The head of a page: the book's title on versos, the chapter's on rectos, at the outer edge.</summary>
    public IEnumerable<PageItem> Head(string title, int number)
    {
        if (RuleTop is not { } rule)
        {
            return [];
        }

        if (!_heads.TryGetValue(title, out var line))
        {
            _heads.Add(title, line = Fitted(title));
        }

        if (line is null)
        {
            return [];
        }

        var left = style.Left(number);
        var x = style.IsRecto(number) ? left + style.Measure - line.Width : left;
        return
        [
            .. line.Items.Select(i => i.MovedBy(x, rule - (0.5 * style.Small)) with { Artifact = Artifact.RunningHead }),
            new Rule(left, rule, null, style.Measure, RuleThickness, Colour.Black) { Artifact = Artifact.RunningHead },
        ];
    }

    /// <summary>From the top of the page, or null where the margin has no room for a head.</summary>
    private double? RuleTop
    {
        get
        {
            var rule = Math.Max(style.Top - (RuleRise * style.Pitch), LeastWhite + (HeadHeight * style.Small));
            return rule <= style.Top - style.Pitch ? rule : null;
        }
    }

    /// <summary>The page number at the outer edge or in the middle of the line; halfway down a low margin.</summary>
    public IEnumerable<PageItem> Number(string label, int number)
    {
        var text = new TextStyle(FontFamily.Serif, style.Small);
        var width = PlainRun.WidthOf(label, text, fonts);
        var left = style.Left(number);
        var x = style.CentresPageNumber ? left + ((style.Measure - width) / 2) : style.IsRecto(number) ? left + style.Measure - width : left;
        var y = style.Top + style.TextHeight + Math.Min(NumberDrop * style.Pitch, (style.Bottom + (FigureHeight * style.Small)) / 2);
        return [PlainRun.Of(label, text, fonts, null).MovedBy(x, y) with { Artifact = Artifact.Folio }];
    }

    /// <summary>One line of the title; what is too long ends in …….</summary>
    private Line? Fitted(string title)
    {
        var lines = Set(title);

        // No four characters are narrower than an em.
        var kept = Math.Min(title.Length, (int)(4 * style.Measure / style.Small));
        while (lines.Length > 1 && kept > 1)
        {
            kept -= char.IsLowSurrogate(title[kept - 1]) && kept > 2 ? 2 : 1;
            lines = Set(title[..kept].TrimEnd() + Ellipsis);
        }

        return lines.IsEmpty ? null : lines[0];
    }

    private ImmutableArray<Line> Set(string title) => paragraphs.Set(
        [new TextPiece(null, title, new TextStyle(FontFamily.Serif, style.Small), Place.Of(source))],
        style.Paragraph(style.Measure, style.Small) with { Alignment = Alignment.Left, IsSimple = true, Hyphenates = false });
}
