namespace Kanyin.Books.Reading.Markdown;

/// <summary>Shapes of text on which the Markdown parser takes quadratic time. Nobody writes them; a damaged or hostile file has them.</summary>
internal static class InputShape
{
    /// <summary>Characters that unfinished link addresses, all of them together, may make the parser read again.</summary>
    private const long MostReread = 50_000_000;

    /// <summary>Link definitions without a blank line between them: each makes the parser copy the rest.</summary>
    private const int MostDefinitions = 4_000;

    /// <summary>Containers (:::) inside each other.</summary>
    private const int MostContainers = 200;

    public static (int At, string Message)? Trouble(string text) => UnfinishedLinks(text) ?? Lines(text);

    /// <summary>[a]([a]([a](…: every opening bracket is read to the next white space or closing bracket.</summary>
    private static (int At, string Message)? UnfinishedLinks(string text)
    {
        var (cost, end) = (0L, text.Length);
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] is ' ' or '\n' or '\r' or '\t' or ')')
            {
                end = i;
            }
            else if (text[i] == '(' && text[i - 1] == ']' && (cost += end - i) > MostReread)
            {
                return (i, "Thousands of links begin here with ]( and none of them ends.");
            }
        }

        return null;
    }

    private static (int At, string Message)? Lines(string text)
    {
        var (count, open) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart(' ');
            count = trimmed.IsEmpty ? 0 : trimmed[0] == '[' && trimmed.IndexOf("]:") > 0 ? count + 1 : count;
            if (count > MostDefinitions)
            {
                return (OffsetOf(line, text), $"More than {MostDefinitions} link definitions without a blank line between them.");
            }

            open = !trimmed.StartsWith(":::") ? open : trimmed.TrimEnd().EndsWith(":::") ? System.Math.Max(0, open - 1) : open + 1;
            if (open > MostContainers)
            {
                return (OffsetOf(line, text), $"More than {MostContainers} ::: containers are open here.");
            }
        }

        return null;
    }

    private static int OffsetOf(ReadOnlySpan<char> line, string text) => text.AsSpan().Overlaps(line, out var offset) ? offset : 0;
}
