using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Contents;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>What the files of a chapter include. One for a chapter: it counts how much has been taken in.</summary>
/// <param name="included">Where the paths of the files are noted that were put in; shared by the chapters.</param>
internal sealed partial class Includes(BookFolder folder, BookContents contents, ConcurrentBag<string> included)
{
    /// <summary>Files that include each other.</summary>
    private const int Deepest = 10;

    private long _charactersLeft = TextFile.LargestFile;

    /// <summary>The blocks of a file; the line itself, after a finding, when there is none.</summary>
    public ImmutableArray<Block> Read(Include include, string line, Place at, ReadingFile into)
    {
        if (Find(include, at, into) is not { } source)
        {
            return [new Paragraph(at, [new Code(at, line)])];
        }

        if (include.Info is null && TextFile.IsText(source.Path))
        {
            if (into.Depth >= Deepest)
            {
                into.Report(ReadingFindings.MissingInclude, at, $"Files include each other more than {Deepest} deep; {source.Path} is left out.");
                return [];
            }

            return IncludedLines.Blanked(include, source.Text) is { } text ? MarkdownReader.Read(into.Including(new SourceFile(source.Path, text)))?.Blocks ?? [] : NoPart(include, line, at, into);
        }

        var info = include.Info ?? Path.GetExtension(source.Path).TrimStart('.');
        return IncludedLines.Only(include, source.Text) is { } code ? [CodeBlocks.Read(at, info, null, code)] : NoPart(include, line, at, into);
    }

    /// <summary>A listing with the files that its lines include put in their place.</summary>
    public string Expanded(string code, Place at, ReadingFile into) => Line().IsMatch(code)
        ? Line().Replace(code, line => line.Groups["escape"].Length > 0
            ? line.Value.Replace("\\{{", "{{", StringComparison.Ordinal)
            : Include.Parse(line.Value.Trim()) is { } include && Find(include, at, into) is { } source
                ? IncludedLines.Only(include, source.Text) ?? PlainText.Of(((Paragraph)NoPart(include, line.Value, at, into)[0]).Inlines)
                : line.Value)
        : code;

    private SourceFile? Find(Include include, Place at, ReadingFile into)
    {
        var path = Address.Parse(include.Path).Path;
        var found = Address.IsExternal(include.Path) ? default : folder.FindFrom(into.Home, contents.Root, path);
        found = found.IsFile || Address.IsExternal(include.Path) ? found : contents.IncludeFolders.Select(f => folder.Find(f, path)).FirstOrDefault(f => f.IsFile);
        if (!found.IsFile)
        {
            into.Report(ReadingFindings.MissingInclude, at, $"{include.Path} is to be put in here and is not in the book's folder; the line is printed as it is.", "Only files inside the book's folder can be included.");
            return null;
        }

        included.Add(found.Path!);
        var source = TextFile.Read(folder, found.Path!, into.Bag);
        if (source is not null && (_charactersLeft -= source.Text.Length) < 0)
        {
            into.Report(ReadingFindings.MissingInclude, at, $"The chapter includes more than {TextFile.LargestFile} characters; {include.Path} is left out.");
            return null;
        }

        return source;
    }

    private static ImmutableArray<Block> NoPart(Include include, string line, Place at, ReadingFile into)
    {
        into.Report(ReadingFindings.MissingInclude, at, include.Part is null ? $"{include.Path} has no line {include.First}." : $"{include.Path} has no part named {include.Part}.", "Parts are marked in comments: ANCHOR: name, #region name or --8<-- [start:name].");
        return [new Paragraph(at, [new Code(at, line)])];
    }

    [GeneratedRegex("""^[ \t]*(?:(?<escape>\\)?\{\{\s*#(?:include|rustdoc_include|playground|playpen)\s[^{}]*\}\}|-+8<-+[ \t]+["'][^"'\n]+["'])[ \t]*$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
