using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Proofs;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Proofs;

public sealed class PdfProofTests
{
    private static readonly SourceFile _file = new("a.md", "# One\n\nFirst words.\n\nSecond words.\n");

    internal static readonly Book Book = Of(new Chapter(_file, "c", "One", 0, null,
    [
        Head(1, "h", null, "One"),
        new Paragraph(new Place(_file, 7, 12), [T("First words."), new Note(new Place(_file, 7, 0), "n", "1", [Para(LinkTo(new InternalTarget("a.md", "h"), "A note."))])]),
        new Paragraph(new Place(_file, 21, 13), [LinkTo(new InternalTarget("a.md", "h"), "Second words.")]),
    ]));

    internal static readonly (string?, string)[] Lines = [("P", "Title page"), (null, "running head"), ("H1", "One"), ("P", "First  words."), ("Reference", "1"), ("Note", "A note."), (null, "12"), ("Link", "Second words.")];

    [Fact]
    public void Whole_edition_has_no_finding() => Assert.Empty(Findings(Pdf(Lines)));

    [Fact]
    public void Dropped_paragraph_is_found_at_its_place()
    {
        var finding = Assert.Single(Findings(Pdf([.. Lines.Where(l => l.Item2 != "First  words.")])));
        Assert.Equal("PDF003", finding.Kind.Id);
        Assert.Equal(3, finding.At.Line);
    }

    [Fact]
    public void Text_that_is_only_page_furniture_does_not_count() =>
        Assert.Equal(["PDF003"], Ids(Pdf([.. Lines.Select(l => l.Item2 == "First  words." ? (null, l.Item2) : l)])));

    [Theory]
    [InlineData("Firstwords.")]
    [InlineData("First wor ds.")]
    public void Lost_and_added_spaces_are_found(string words) =>
        Assert.Equal(["PDF007"], Ids(Pdf([.. Lines.Select(l => l.Item2 == "First  words." ? ("P", words) : l)])));

    [Fact]
    public void Dropped_note_is_found() => Assert.Equal(["PDF009", "PDF003"], Ids(Pdf([.. Lines.Where(l => l.Item1 != "Note")])));

    [Fact]
    public void Order_counts() => Assert.Equal(["PDF003"], Ids(Pdf([.. Lines.Reverse()])).Distinct());

    [Fact]
    public void Lost_short_passage_is_not_taken_for_the_same_words_further_on()
    {
        const string Long = "A paragraph that is long enough to be told from others.";
        var book = Book with { Chapters = [Book.Chapters[0] with { Blocks = [Para("Go"), Para(Long), Para("Some more of the text."), Para("Go")] }] };
        (string?, string)[] lines = [("P", Long), ("P", "Some more of the text."), ("P", "Go")];
        var bag = new DiagnosticBag();
        Proof.Compare(book, new MemoryStream(new TinyPdf { Lines = lines }.ToBytes()), null, bag);
        Assert.Equal("“Go” is not in the PDF, or not whole.", Assert.Single(bag.Sorted).Message);
    }

    [Fact]
    public void Dead_link_is_found() =>
        Assert.Equal(["PDF004", "PDF005"], Ids(new TinyPdf { Lines = Lines, Outline = ["One"], Links = ["h"] })); // the outline's too

    [Fact]
    public void Heading_missing_from_the_outline_is_found() =>
        Assert.Equal(["PDF005"], Ids(new TinyPdf { Lines = Lines, Outline = ["Two"], Destinations = ["h"], Links = ["h"] }));

    [Fact]
    public void Missing_structure_is_found() =>
        Assert.Equal(["PDF002"], Ids(new TinyPdf { Lines = Lines, Outline = ["One"], Destinations = ["h"], Links = ["h"], IsTagged = false }));

    [Theory]
    [InlineData("")]
    [InlineData("not a PDF")]
    public void What_is_no_pdf_is_a_finding(string content)
    {
        var bag = new DiagnosticBag();
        Proof.Compare(Book, new MemoryStream(Encoding.UTF8.GetBytes(content)), null, bag);
        Assert.Equal("PDF001", Assert.Single(bag.Sorted).Kind.Id);
    }

    private static TinyPdf Pdf((string?, string)[] lines) => new() { Lines = lines, Outline = ["One"], Destinations = ["h", "c"], Links = ["h"] };

    private static IEnumerable<string> Ids(TinyPdf pdf) => Findings(pdf).Select(f => f.Kind.Id);

    private static IReadOnlyList<Diagnostic> Findings(TinyPdf pdf)
    {
        var bag = new DiagnosticBag();
        Proof.Compare(Book, new MemoryStream(pdf.ToBytes()), null, bag);
        return bag.Sorted;
    }
}
