namespace Kanyin.Books.Mathematics;

/// <summary>Commands for web pages, and the accents of words: what they hold is set; what is lost on paper is reported.</summary>
internal sealed partial class TexReader
{
    private MathNode? OfScreens(TexToken token)
    {
        switch (token.Text)
        {
            case "htmlClass" or "htmlId" or "htmlData":
                _source.Argument();
                return Argument(token);
            case "htmlStyle":
                _source.Argument();
                return Lost(token, Argument(token), "The style of \\htmlStyle is not kept.", "\\textcolor and \\large are.");
            case "href":
                _source.Argument();
                return Lost(token, Argument(token), "The address of \\href is not kept.", "A link around the whole formula stands in the Markdown.");
            case "url": return new MathWords(TexSource.TextOf(_source.Argument()), WordsFace.Monospace);
            case "includegraphics": return Picture(token);
            case "reflectbox": return Lost(token, TextArgument(token, WordsFace.Roman), "\\reflectbox is not mirrored.");
            case "mathreflectbox": return Lost(token, Argument(token), "\\mathreflectbox is not mirrored.");
            default: return null;
        }
    }

    /// <summary>What is written with accents among the signs.</summary>
    private MathNode? OfText(TexToken token)
    {
        if (token.Text == "textcircled")
        {
            return new MathFrame(FrameKind.Circle, TextArgument(token, WordsFace.Roman));
        }

        return CombiningAccent(token.Text) is { } mark ? new MathWords(TexSource.TextOf(_source.Argument()) + mark)
            : TextSign(token.Text) is { } sign ? new MathWords(sign)
            : null;
    }

    private MathNode Lost(TexToken token, MathNode kept, string message, string? hint = null)
    {
        Report(MathFindings.OnlyOnScreens, token, message, hint);
        return kept;
    }

    /// <summary>The picture's words stand for it.</summary>
    private MathNode Picture(TexToken token)
    {
        var options = TexSource.TextOf(_source.Optional()).Split(',', StringSplitOptions.TrimEntries);
        var name = TexSource.TextOf(_source.Argument());
        var words = options.FirstOrDefault(o => o.StartsWith("alt=", StringComparison.Ordinal)) is { } alt ? alt[4..] : Path.GetFileNameWithoutExtension(name);
        return Lost(token, new MathWords(words), "A picture cannot stand in a formula.", "Pictures stand in the Markdown.");
    }
}
