using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Kanyin.Books.Mathematics;

namespace Kanyin.Editions.Mathematics;

/// <summary>A formula as MathML Core, its TeX beside it and its reading as alttext (EPUB 3.3 6.4; EPUB Accessibility 1.1).</summary>
internal sealed partial class MathMl
{
    public const string Namespace = "http://www.w3.org/1998/Math/MathML";

    /// <summary>White around a relation: five eighteenths of an em.</summary>
    private const double Thick = 5 / 18.0;

    private static readonly XNamespace _math = Namespace;

    /// <summary>Whether the place is in display style, where limits stand above and below.</summary>
    private bool _isDisplay;

    public static XElement Of(Formula formula, bool isDisplay)
    {
        var writer = new MathMl { _isDisplay = isDisplay };
        return new XElement(
            _math + "math",
            new XAttribute("xmlns", Namespace),
            isDisplay ? new XAttribute("display", "block") : null,
            new XAttribute("alttext", XmlText.Clean(ReadingOf(formula, isDisplay))),
            E("semantics", E("mrow", writer.All(formula.Tree)), E("annotation", A("encoding", "application/x-tex"), XmlText.Clean(formula.Tex))));
    }

    /// <summary>A display's number stands beside it as words.</summary>
    public static string ReadingOf(Formula formula, bool isDisplay) => isDisplay ? MathReading.Of(formula.Tree) : formula.Reading;

    private static XElement E(string name, params object?[] content) => new(_math + name, content);

    private static XAttribute A(string name, string value) => new(name, value);

    private static XElement Mo(string text, params object?[] attributes) => E("mo", [.. attributes, text]);

    private static XElement Space(double width) => E("mspace", A("width", Em(width)));

    private static string Em(double em) => em.ToString("0.####", CultureInfo.InvariantCulture) + "em";

    /// <summary>The elements of a row; digits that follow each other are one number.</summary>
    private ImmutableArray<XElement> All(MathNode node)
    {
        if (node is not MathRow row)
        {
            return [Write(node)];
        }

        var elements = ImmutableArray.CreateBuilder<XElement>(row.Items.Length);
        for (var i = 0; i < row.Items.Length; i++)
        {
            var end = i;
            while (end < row.Items.Length && IsDigit(row.Items[end], isFirst: end == i))
            {
                end++;
            }

            // A point at the end is a full stop.
            end -= end > i + 1 && row.Items[end - 1] is MathAtom { Text: "." } ? 1 : 0;
            if (end > i + 1)
            {
                elements.Add(E("mn", string.Concat(row.Items[i..end].Select(d => Letter((MathAtom)d)))));
                i = end - 1;
                continue;
            }

            elements.Add(Write(row.Items[i]));
            if (IsFunction(row.Items[i]))
            {
                elements.Add(Mo("\u2061"));
                elements.AddRange(i + 1 < row.Items.Length && NeedsSpace(row.Items[i + 1]) ? [E("mspace", A("width", "0.1667em"))] : ReadOnlySpan<XElement>.Empty);
            }
        }

        return elements.ToImmutable();
    }

    /// <summary>One element for what an element with a fixed number of children holds.</summary>
    private XElement One(MathNode node) => All(node) is [var only] ? only : E("mrow", All(node));

    private XElement OneIn(bool isDisplay, MathNode node)
    {
        var outer = _isDisplay;
        _isDisplay = isDisplay;
        var element = One(node);
        _isDisplay = outer;
        return element;
    }

    private static bool IsDigit(MathNode node, bool isFirst) => node is MathAtom { Class: AtomClass.Ord, Text: [>= '0' and <= '9'] } || (!isFirst && node is MathAtom { Text: "." });

    private static bool IsFunction(MathNode node) => node switch
    {
        MathAtom { Class: AtomClass.Op, IsLarge: false } => true,
        MathScripts s => IsFunction(s.Base),
        MathClassed { Class: AtomClass.Op, Body: MathAtom { IsLarge: false } } => true,
        _ => false,
    };

    /// <summary>The TeXbook, chapter 18: a thin space behind an operator, but before a bracket.</summary>
    private static bool NeedsSpace(MathNode next) => next is MathAtom { Class: AtomClass.Ord or AtomClass.Op } or MathScripts or MathRadical or MathFraction or MathAccent or MathWords or MathClassed { Class: AtomClass.Ord or AtomClass.Op };

    private XElement Write(MathNode node) => node switch
    {
        MathRow { Items: [var only] } => Write(only),
        MathRow => E("mrow", All(node)),
        MathAtom a => Atom(a),
        MathWords w => Words(w),
        MathSpace s => Space(s.Width),
        MathClassed c => Classed(c),
        MathScripts s => Scripts(s),
        MathFraction f => Fraction(f),
        MathRadical { Index: null } r => E("msqrt", All(r.Body)),
        MathRadical r => E("mroot", One(r.Body), OneIn(false, r.Index!)),
        MathAccent a => Accent(a),
        MathArrow a => Around(Mo(a.Mark, A("stretchy", "true"), A("lspace", Em(Thick)), A("rspace", Em(Thick))), Padded(a.Under) ?? (a.Over is null ? null : Space(a.Least)), Padded(a.Over) ?? Space(a.Least)),
        MathUpright u => Upright(u),
        MathStack s => Around(One(s.Body), s.Under is null ? null : OneIn(false, s.Under), s.Over is null ? null : OneIn(false, s.Over)),
        MathFence f => E("mrow", Fence(f.Left, "prefix"), All(f.Body), Fence(f.Right, "postfix")),
        MathMiddle m => Mo(m.Text, A("fence", "true"), A("stretchy", "true"), A("form", "infix"), A("lspace", "0.05em"), A("rspace", "0.05em")),
        MathDelimiter d => Delimiter(d),
        MathTable t => Table(t),
        MathStyled s => Styled(s.Level, s.Body),
        MathSized s => E("mstyle", A("mathsize", (s.Factor * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"), All(s.Body)),
        MathColoured c => E("mstyle", c.Ink is { } ink ? A("mathcolor", $"#{ink:X6}") : null, c.Ground is { } ground ? A("mathbackground", $"#{ground:X6}") : null, All(c.Body)),
        MathFrame f => Frame(f),
        MathChoice c => One(_isDisplay ? c.Display : c.Text),
        MathPhantom p => Phantom(p),
        MathRaised r => r.Rise is { } rise ? E("mpadded", A("voffset", Em(rise)), All(r.Body)) : One(r.Body),
        MathRule r => E("mspace", A("width", Em(r.Width)), A("height", Em(r.Height + r.Rise)), A("depth", Em(-r.Rise)), A("style", "background: currentColor")),
        MathUnknown u => E("merror", E("mtext", XmlText.Clean(u.Tex))),
        _ => throw new UnreachableException(),
    };

    private static string Letter(MathAtom atom) => XmlText.Clean(MathAlphabets.Styled(atom.Text, atom.Alphabet));

    private static XElement Atom(MathAtom atom)
    {
        var isLetter = atom.Class == AtomClass.Ord && (atom.Text.Length > 1 || char.IsLetter(atom.Text, 0) || atom.Text is "∞" or "∅" or "∂" or "∇");
        return atom switch
        {
            { Class: AtomClass.Op, IsLarge: true } => Mo(atom.Text, A("movablelimits", "false")),
            { Class: AtomClass.Op } => E("mi", XmlText.Clean(atom.Text)),
            { Class: AtomClass.Ord, Text: [>= '0' and <= '9'] } => E("mn", Letter(atom)),

            // A single letter leans unless it says otherwise; the other alphabets have characters of their own.
            _ when isLetter && atom is { Text.Length: 1, Alphabet: MathAlphabet.Italic } => E("mi", XmlText.Clean(atom.Text)),
            _ when isLetter && atom is { Text.Length: 1, Alphabet: MathAlphabet.Roman } => E("mi", A("mathvariant", "normal"), XmlText.Clean(atom.Text)),
            _ when isLetter => E("mi", Letter(atom)),
            { Class: AtomClass.Ord } => Mo(XmlText.Clean(atom.Text), A("lspace", "0"), A("rspace", "0"), A("stretchy", "false")),
            { Class: AtomClass.Open } => Mo(XmlText.Clean(atom.Text), A("form", "prefix"), A("stretchy", "false")),
            { Class: AtomClass.Close } => Mo(XmlText.Clean(atom.Text), A("form", "postfix"), A("stretchy", "false")),
            _ => Mo(XmlText.Clean(atom.Text), A("stretchy", "false")),
        };
    }

    private static XElement Words(MathWords words) => E(
        "mtext",
        words.Face switch
        {
            WordsFace.Italic => A("style", "font-style: italic"),
            WordsFace.Bold => A("style", "font-weight: bold"),
            WordsFace.BoldItalic => A("style", "font-style: italic; font-weight: bold"),
            WordsFace.Sans => A("style", "font-family: sans-serif"),
            WordsFace.Monospace => A("style", "font-family: monospace"),
            _ => null,
        },

        // White at the ends of mtext is collapsed.
        XmlText.Clean(words.Text.Replace(' ', '\u00A0')));

    /// <summary>Words at an upright arrow take no room, so that it stands under its object.</summary>
    private XElement Upright(MathUpright arrow) => E(
        "mrow",
        arrow.Left is { } left ? E("mpadded", A("width", "0"), E("mrow", A("style", "transform: translateX(-100%)"), StyleOf(MathLevel.Script, OneIn(false, left)), Space(0.2))) : null,
        Mo(arrow.Mark, A("stretchy", "true"), A("minsize", "1.8em"), A("maxsize", "1.8em"), A("lspace", "0"), A("rspace", "0")),
        arrow.Right is { } right ? E("mpadded", A("width", "0"), Space(0.2), StyleOf(MathLevel.Script, OneIn(false, right))) : null);

    private XElement Classed(MathClassed classed)
    {
        var body = One(classed.Body);
        var isSign = body.Name.LocalName == "mo" && classed.Class is AtomClass.Ord or AtomClass.Bin or AtomClass.Rel or AtomClass.Punct;
        var space = classed.Class switch { AtomClass.Bin => 4 / 18.0, AtomClass.Rel => Thick, _ => 0 };
        if (isSign)
        {
            body.SetAttributeValue("lspace", Em(space));
            body.SetAttributeValue("rspace", Em(classed.Class == AtomClass.Punct ? 3 / 18.0 : space));
            return body;
        }

        return space > 0 ? E("mrow", Space(space), body, Space(space)) : body.Name.LocalName is "mrow" or "mi" or "mn" ? body : E("mrow", body);
    }

    private XElement Scripts(MathScripts scripts)
    {
        var body = One(scripts.Base);
        var (sub, sup) = (scripts.Sub is null ? null : OneIn(false, scripts.Sub), scripts.Sup is null ? null : OneIn(false, scripts.Sup));
        var hasLimits = scripts.HasLimits == LimitsPlace.Always || (scripts.HasLimits == LimitsPlace.InDisplays && _isDisplay);
        return hasLimits ? Around(body, sub, sup) : (sub, sup) switch
        {
            (null, _) => E("msup", body, sup),
            (_, null) => E("msub", body, sub),
            _ => E("msubsup", body, sub, sup),
        };
    }

    private static XElement Around(XElement body, XElement? under, XElement? over, params XAttribute[] attributes) => (under, over) switch
    {
        (null, null) => body,
        (null, _) => E("mover", attributes, body, over),
        (_, null) => E("munder", attributes, body, under),
        _ => E("munderover", attributes, body, under, over),
    };

    private XElement? Padded(MathNode? label) => label is null ? null : E("mrow", Space(0.4), OneIn(false, label), Space(0.4));

    private XElement Fraction(MathFraction fraction)
    {
        var outer = _isDisplay;
        _isDisplay = fraction.Level is { } level ? level == MathLevel.Display : _isDisplay;
        var inner = fraction.IsContinued;
        var element = E(
            "mfrac",
            fraction.Rule is { } rule ? A("linethickness", Em(rule)) : null,
            Part(fraction.Numerator),
            Part(fraction.Denominator));
        _isDisplay = outer;
        XElement styled = fraction.Level is { } own ? StyleOf(own, element) : element;
        return fraction.Left.Length + fraction.Right.Length == 0 ? styled : E("mrow", Fence(fraction.Left, "prefix"), styled, Fence(fraction.Right, "postfix"));

        XElement Part(MathNode node) => inner ? StyleOf(MathLevel.Display, OneIn(true, node)) : OneIn(false, node);
    }

    private static XElement StyleOf(MathLevel level, params object?[] content) => E(
        "mstyle",
        A("displaystyle", level == MathLevel.Display ? "true" : "false"),
        A("scriptlevel", level switch { MathLevel.Script => "1", MathLevel.ScriptScript => "2", _ => "0" }),
        content);

    private XElement Styled(MathLevel level, MathNode body)
    {
        var outer = _isDisplay;
        _isDisplay = level == MathLevel.Display;
        var element = StyleOf(level, All(body));
        _isDisplay = outer;
        return element;
    }

    /// <summary>In MathML Core no line stretches over a piece, but a border does.</summary>
    private XElement Accent(MathAccent accent)
    {
        if (accent is { IsWide: true, Mark: "¯" or "_" })
        {
            return E("mrow", A("style", accent.IsUnder ? "padding-bottom: 0.1em; border-bottom: 0.05em solid" : "padding-top: 0.1em; border-top: 0.05em solid"), All(accent.Body));
        }

        var mark = Mo(accent.Mark switch { "ˉ" => "¯", "_" => "_", var m => m }, A("stretchy", accent.IsWide ? "true" : "false"));
        var body = One(accent.Body);
        return accent.IsUnder ? E("munder", A("accentunder", "true"), body, mark) : E("mover", A("accent", "true"), body, mark);
    }

    private static XElement? Fence(string sign, string form) => sign.Length == 0 ? null : Mo(sign, A("fence", "true"), A("stretchy", "true"), A("form", form));

    private static XElement Delimiter(MathDelimiter delimiter)
    {
        var size = Em(delimiter.Size switch { 1 => 1.2, 2 => 1.8, 3 => 2.4, _ => 3 });
        var form = delimiter.Class switch { AtomClass.Open => "prefix", AtomClass.Close => "postfix", _ => "infix" };
        var space = delimiter.Class == AtomClass.Rel ? "0.2778em" : "0";
        return Mo(delimiter.Text, A("form", form), A("stretchy", "true"), A("minsize", size), A("maxsize", size), A("lspace", space), A("rspace", space));
    }

    /// <summary>MathML Core has no menclose; a style draws the lines.</summary>
    private XElement Frame(MathFrame frame)
    {
        var ink = frame.Ink is { } own ? $" #{own:X6}" : "";
        var ground = frame.Ground is { } behind ? $"; background: #{behind:X6}" : "";
        return E("mrow", A("style", frame.Kind switch
        {
            FrameKind.Box => $"padding: 0.3em; border: 0.06em solid{ink}{ground}",
            FrameKind.Cancel => $"background: {Stroke("to bottom right")}",
            FrameKind.BackCancel => $"background: {Stroke("to top right")}",
            FrameKind.CrossCancel => $"background: {Stroke("to bottom right")}, {Stroke("to top right")}",
            FrameKind.Strike => $"background: {Stroke("to bottom")}",
            FrameKind.Angle => "padding: 0.1em 0.1em 0 0; border: 0.05em solid; border-width: 0.05em 0.05em 0 0",
            FrameKind.Phase => $"padding: 0 0 0.1em 0.6em; border-bottom: 0.05em solid; background: {Stroke("to bottom right")} left / 0.6em 100% no-repeat",
            FrameKind.Circle => "padding: 0.1em 0.25em; border: 0.05em solid; border-radius: 50%",
            _ => throw new UnreachableException(),
        }), All(frame.Body));

        // A line across the direction that the colours run in.
        static string Stroke(string direction) => $"linear-gradient({direction}, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em))";
    }

    private XElement Phantom(MathPhantom phantom)
    {
        var body = phantom.IsVisible ? One(phantom.Body) : E("mphantom", All(phantom.Body));
        return phantom is { HasWidth: true, HasHeight: true, HasDepth: true } ? body : E(
            "mpadded",
            phantom.HasWidth ? null : A("width", "0"),
            phantom.HasHeight ? null : A("height", "0"),
            phantom.HasDepth ? null : A("depth", "0"),
            phantom.Overlap is 'l' or 'c' ? E("mrow", A("style", $"transform: translateX({(phantom.Overlap == 'l' ? "-100%" : "-50%")})"), body) : body);
    }
}
