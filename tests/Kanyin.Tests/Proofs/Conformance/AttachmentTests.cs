using System.Text;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
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
    private static readonly byte[] _mathPdf = Published(new Design { AttachesMathMl = true }, Formulas);

    private static readonly Dictionary<string, Action<PdfEditor>> Damages = new(StringComparer.Ordinal)
    {
        ["no name for old readers"] = e => e.First("Type", "Filespec").Remove("F"),
        ["two names"] = e => e.First("Type", "Filespec")["UF"] = Value("(b.md)"),
        ["no relationship"] = e => e.First("Type", "Filespec").Remove("AFRelationship"),
        ["an unknown relationship"] = e => e.First("Type", "Filespec")["AFRelationship"] = Value("/Cousin"),
        ["no file"] = e => e.First("Type", "Filespec").Remove("EF"),
        ["no media type"] = e => e.First("Type", "EmbeddedFile").Remove("Subtype"),
        ["a file that belongs to nothing"] = e => e.Catalog["AF"] = Value("[]"),
        ["a file that nothing names"] = e => e.Catalog.Remove("AF"),
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

    /// <summary>ISO 32000-2 14.13.5. The same formula twice is one file; a display says so.</summary>
    [Fact]
    public void Formulas_carry_their_MathML()
    {
        Assert.Empty(Found(_mathPdf));
        var file = CosFile.Read(_mathPdf);
        var formulas = file.Objects.Values.OfType<CosDictionary>().Where(d => file.Name(d, "S") == "Formula").ToArray();
        var files = formulas.Select(f => file.Get(f, "AF") is CosArray { Items: [CosReference reference] } ? reference.Number : 0).ToArray();
        Assert.Equal(4, formulas.Length);
        Assert.Equal((files[0], 3), (files[1], files.Distinct().Count()));
        var texts = files.Select(n =>
        {
            var description = (CosDictionary)file.Objects[n];
            Assert.Equal("Supplement", file.Name(description, "AFRelationship"));
            var content = (CosStream)file.Get(file.Dictionary(description, "EF")!, "F")!;
            Assert.Equal("application/mathml+xml", file.Name(content, "Subtype"));
            return XElement.Parse(Encoding.UTF8.GetString(file.Decode(content)));
        });
        Assert.Equal(["a^2", "a^2", "a^2 block", "b block"], texts.Select(t => $"{t.Descendants().Single(e => e.Name.LocalName == "annotation").Value} {t.Attribute("display")?.Value}".Trim()));
    }

    [Fact]
    public void A_formula_whose_file_is_lost_is_found()
    {
        var editor = new PdfEditor(_mathPdf);
        editor.First("S", "Formula")["AF"] = Value("[999999 0 R]");
        Assert.Contains(ConformanceKinds.Attachment, Found(editor.ToBytes()).Select(f => f.Kind));
    }

    [Fact]
    public void A_book_without_formulas_carries_none() => Assert.DoesNotContain("<pdfaid:part>3", PdfDump.Of(Published(new Design { AttachesMathMl = true })), StringComparison.Ordinal);

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

    private static Block[] Formulas(Place at) =>
    [
        new Paragraph(at, [new Books.Model.Math(at, Formula.Of("a^2")), new Text(at, "与"), new Books.Model.Math(at, Formula.Of("a^2"))]),
        new MathBlock(at, Formula.Of("a^2")),
        new MathBlock(at, Formula.Of("b")),
    ];

    private static byte[] Published(Design design, Func<Place, Block[]>? more = null)
    {
        var at = Place.Of(_file);
        Chapter Chapter(string id) => new(_file, id, "题", 0, null, [new Heading(at, 1, "h" + id, "", null, null, [new Text(at, "题")]), new Paragraph(at, [new Text(at, "文")]), .. id == "c1" ? more?.Invoke(at) ?? [] : []]);
        var book = new Book(HandSet.Metadata, "b5", null, [Chapter("c1"), Chapter("c2")]) { Design = design };
        return HandSet.Write(Typesetter.Set(book, HandSet.Fonts, new DiagnosticBag()));
    }
}
