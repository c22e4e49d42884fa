using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Proofs.Conformance;
using Kanyin.Editions.Proofs.Cos;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Xunit;
using static Kanyin.Tests.Proofs.Conformance.PdfEditor;

namespace Kanyin.Tests.Proofs.Conformance;

/// <summary>Files that the PDF carries: ISO 19005-3 6.8.</summary>
public sealed class AttachmentTests
{
    private const string Source = "# 题\n\n文🀄\r\n";
    private static readonly SourceFile _file = new("卷一/a.md", Source);
    private static readonly byte[] _pdf = Published(new Design { AttachesSource = true });

    private static readonly Dictionary<string, Action<PdfEditor>> Damages = new(StringComparer.Ordinal)
    {
        ["no name for old readers"] = e => e.First("Type", "Filespec").Remove("F"),
        ["two names"] = e => e.First("Type", "Filespec")["UF"] = Value("(b.md)"),
        ["no relationship"] = e => e.First("Type", "Filespec").Remove("AFRelationship"),
        ["an unknown relationship"] = e => e.First("Type", "Filespec")["AFRelationship"] = Value("/Cousin"),
        ["no file"] = e => e.First("Type", "Filespec").Remove("EF"),
        ["no media type"] = e => e.First("Type", "EmbeddedFile").Remove("Subtype"),
        ["a file that belongs to nothing"] = e => e.Catalog["AF"] = Value("[]"),
    };

    public static TheoryData<string> Ways => [.. Damages.Keys];

    [Fact]
    public void A_book_carries_its_chapters_letter_for_letter()
    {
        Assert.Empty(Found(_pdf));
        var file = CosFile.Read(_pdf);
        var description = file.Objects.Values.OfType<CosDictionary>().Single(d => file.Name(d, "Type") == "Filespec");
        var content = Assert.IsType<CosStream>(file.Get(file.Dictionary(description, "EF")!, "F"));
        Assert.Equal(("卷一/a.md", "text/markdown"), (((CosString)description.Entries["UF"]).Text, file.Name(content, "Subtype")));
        Assert.Equal(Source, Encoding.UTF8.GetString(file.Decode(content)));
    }

    [Fact]
    public void A_chapter_is_attached_once_however_often_it_is_listed() => Assert.Single(CosFile.Read(_pdf).Objects.Values.OfType<CosStream>(), s => s.Entries.GetValueOrDefault("Type") is CosName { Value: "EmbeddedFile" });

    [Fact]
    public void Nothing_is_attached_unless_asked_for() => Assert.DoesNotContain("EmbeddedFile", PdfDump.Of(Published(Design.Default)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_attachment_that_is_not_described_is_found(string way)
    {
        var editor = new PdfEditor(_pdf);
        Damages[way](editor);
        Assert.Contains(ConformanceKinds.Attachment, Found(editor.ToBytes()).Select(f => f.Kind));
    }

    private static IReadOnlyList<Diagnostic> Found(byte[] pdf)
    {
        var bag = new DiagnosticBag();
        PdfConformance.Check(pdf, Place.Of(_file), bag);
        return bag.Sorted;
    }

    private static byte[] Published(Design design)
    {
        var at = Place.Of(_file);
        Chapter Chapter(string id) => new(_file, id, "题", 0, null, [new Heading(at, 1, "h" + id, "", null, null, [new Text(at, "题")]), new Paragraph(at, [new Text(at, "文")])]);
        var book = new Book(HandSet.Metadata, "b5", null, [Chapter("c1"), Chapter("c2")]) { Design = design };
        return HandSet.Write(Typesetter.Set(book, HandSet.Fonts, new DiagnosticBag()));
    }
}
