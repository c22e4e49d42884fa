using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Proofs;
using Kanyin.Tests.Pdf;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Epub;

/// <summary>epub.md 30: no file over 260 KB, and the contents keep pointing right.</summary>
public sealed class PortionsTests
{
    private const int Largest = 260_000;

    private static readonly SourceFile _file = new("a.md", "");
    private static readonly Place _at = Place.Of(_file);

    public static TheoryData<string, Block> HugeBlocks => new()
    {
        { "han", Para(T(new string('长', 300_000))) },
        { "sentences", Para(T(string.Concat(Enumerable.Repeat("很长的一句。", 50_000)))) },
        { "rare characters", Para(T("甲" + string.Concat(Enumerable.Repeat("𠮷", 100_000)))) },
        { "many inlines", Para([.. Enumerable.Range(0, 20_000).SelectMany(_ => new Inline[] { T("字"), new Strong(_at, [T("粗")]) })]) },
        { "code", new CodeBlock(_at, "c", "题", string.Join('\n', Enumerable.Range(0, 40_000).Select(i => $"int x{i};")), [new CodeToken(0, 3, CodeTokenKind.Keyword), new CodeToken(40, 400_000, CodeTokenKind.String)]) },
        { "code in one line", new CodeBlock(_at, "", null, new string('x', 500_000), []) },
        { "table", new Table(_at, [ColumnAlignment.Default, ColumnAlignment.Right], [Row("号", "值")], [.. Enumerable.Range(0, 8000).Select(i => Row($"第{i}", "值"))]) },
        { "list", new List(_at, 1, true, [.. Enumerable.Range(0, 9000).Select(i => new ListItem(_at, null, [Para(T($"第{i}项的内容"))]))]) },
        { "quote", new Quote(_at, [.. Enumerable.Range(0, 5000).Select(i => Para(T($"第{i}段引用的内容")))]) },
        { "notes", Para([.. Enumerable.Range(0, 3000).SelectMany(i => new Inline[] { T($"第{i}句"), new Note(_at, $"n{i}", $"{i}", [Para(T($"注{i}"))]) })]) },
    };

    [Theory]
    [MemberData(nameof(HugeBlocks))]
    public void Long_chapter_is_cut_and_nothing_of_it_is_lost(string what, Block block)
    {
        Assert.NotEmpty(what);
        var book = Of(new Chapter(_file, "c", "章", 0, null, [Head(1, "h", null, "章"), Para(T("前。")), block, Para(T("后。"))]));
        var (files, findings) = Write(book);
        Assert.True(files.Count > 1);
        Assert.All(files, f => Assert.InRange(f.Bytes, 1, Largest));
        Assert.Empty(findings);
    }

    [Fact]
    public void Long_chapter_is_cut_at_a_heading_and_a_heading_stays_with_its_text()
    {
        var filler = Para(T(new string('文', 12_000)));
        ImmutableArray<Block> blocks = [Head(1, "h", null, "章"), filler, filler, filler, Head(2, "s", null, "节"), Head(3, "t", null, "小节"), filler, filler, filler, filler, filler, filler, Head(2, "u", null, "尾"), filler];
        var documents = ContentDocument.AllOf(Of(new Chapter(_file, "c", "章", 0, null, blocks)));
        Assert.Equal(["h", "s", "filler"], documents.Select(d => d.Blocks[0] is Heading h ? h.Id : "filler"));
        Assert.Equal([false, true, true], documents.Select(d => d.GoesOn));
        Assert.Equal("章", documents[2].Title);
        var contents = ContentsEntry.TreeOf(documents);
        Assert.Equal("text/chapter-001.xhtml text/chapter-001-2.xhtml text/chapter-001-2.xhtml#t text/chapter-001-3.xhtml#u", string.Join(' ', Flat(contents).Select(e => e.Address)));
    }

    [Fact]
    public void Numbers_of_a_list_go_on_in_the_next_file()
    {
        var list = new List(_at, 5, true, [.. Enumerable.Range(0, 4).Select(i => new ListItem(_at, null, [Para(T(new string('字', 20_000)))]))]);
        var documents = ContentDocument.AllOf(Of(new Chapter(_file, "c", "章", 0, null, [list])));
        Assert.Equal([5, 6, 7, 8], documents.SelectMany(d => d.Blocks).Cast<List>().Select(l => l.Start ?? 0));
    }

    [Fact]
    public void Chapter_of_common_length_is_one_file() =>
        Assert.Single(ContentDocument.AllOf(Of(new Chapter(_file, "c", "章", 0, null, [Head(1, "h", null, "章"), Para(T(new string('文', 50_000))), Head(2, "s", null, "节"), Para(T("文"))]))));

    [Fact]
    public void Chapter_full_of_drawn_formulas_is_cut_as_they_weigh()
    {
        var formula = Para(T("设"), new Kanyin.Books.Model.Math(_at, Formula.Of(@"\frac{-b \pm \sqrt{b^2 - 4ac}}{2a}")));
        var book = Of(new Chapter(_file, "c", "章", 0, null, [Head(1, "h", null, "章"), .. Enumerable.Repeat(formula, 100)]));
        Assert.Single(ContentDocument.AllOf(book));
        var (files, findings) = Write(book with { Epub = new EpubDesign(EpubProfile.Kindle, EmbedsFonts: false) });
        Assert.True(files.Count > 1);
        Assert.All(files, f => Assert.InRange(f.Bytes, 1, Largest));
        Assert.Empty(findings);
    }

    private static (List<(string Path, int Bytes)> Files, IReadOnlyList<Diagnostic> Findings) Write(Book book)
    {
        using var output = new MemoryStream();
        EpubEdition.Write(book, Typeset, HandSet.Fonts, output, new DiagnosticBag());
        output.Position = 0;
        var bag = new DiagnosticBag();
        Proof.Compare(book, null, output, bag);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(output.ToArray()));
        return ([.. zip.Entries.Where(e => e.Name.StartsWith("chapter-", StringComparison.Ordinal)).Select(e => (e.FullName, (int)e.Length))], bag.Sorted);
    }

    private static IEnumerable<ContentsEntry> Flat(IEnumerable<ContentsEntry> entries) => entries.SelectMany(e => Flat(e.Entries).Prepend(e));

    private static TableRow Row(params string[] cells) => new(_at, [.. cells.Select(c => new TableCell(_at, [T(c)]))]);
}
