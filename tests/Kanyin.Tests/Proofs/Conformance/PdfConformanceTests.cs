using System.Globalization;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Proofs;
using Kanyin.Editions.Proofs.Cos;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Solution;
using Kanyin.Typesetting;
using Xunit;
using static Kanyin.Tests.Proofs.Conformance.PdfEditor;

namespace Kanyin.Tests.Proofs.Conformance;

/// <summary>A good book is damaged in every way that we know of, and each is found.</summary>
public sealed class PdfConformanceTests
{
    private static readonly Lazy<(Book Book, byte[] Pdf)> Good = new(Published);

    private static readonly Dictionary<string, (string Id, Action<PdfEditor> Do)> Damages = new(StringComparer.Ordinal)
    {
        // The file
        ["an older version in the header"] = ("PDF010", e => e.File.Header[7] = (byte)'4'),
        ["no bytes above 127 in the second line"] = ("PDF010", e => e.File.Header[11] = (byte)'a'),
        ["no identifier in the trailer"] = ("PDF011", e => e.Trailer.Remove("ID")),
        ["an encryption dictionary"] = ("PDF012", e => e.Trailer["Encrypt"] = Value("<</Filter/Standard>>")),
        ["a stream in another file"] = ("PDF013", e => e.First("Subtype", "Image")["F"] = Value("(picture.raw)")),
        ["an LZW stream"] = ("PDF013", e => e.First("Subtype", "Image")["Filter"] = Value("/LZWDecode")),
        ["a string longer than 32767 bytes"] = ("PDF014", e => e.Tag("Figure")["Alt"] = new CosString(new byte[32768])),
        ["graphics states 29 deep"] = ("PDF014", e => e.ChangePage("/P<<", c => string.Concat(Enumerable.Repeat("q ", 29)) + c + string.Concat(Enumerable.Repeat(" Q", 29)))),

        // Metadata
        ["no metadata"] = ("PDF015", e => e.Catalog.Remove("Metadata")),
        ["metadata that are no XML"] = ("PDF015", e => e.ChangeMetadata("</rdf:RDF>", "</rdf:RDX>")),
        ["metadata without RDF"] = ("PDF015", e => e.Change(e.Catalog, "Metadata", _ => "<x/>")),
        ["PDF/A-1 in the metadata"] = ("PDF016", e => e.ChangeMetadata("<pdfaid:part>2", "<pdfaid:part>1")),
        ["level B in the metadata"] = ("PDF016", e => e.ChangeMetadata(">A</pdfaid:conformance>", ">B</pdfaid:conformance>")),
        ["no pdfuaid"] = ("PDF017", e => e.ChangeMetadata("<pdfuaid:part>1</pdfuaid:part>", "")),
        ["an empty title"] = ("PDF018", e => e.Change(e.Catalog, "Metadata", t => t.Remove(t.IndexOf("<dc:title>", StringComparison.Ordinal), t.IndexOf("</dc:title>", StringComparison.Ordinal) - t.IndexOf("<dc:title>", StringComparison.Ordinal)).Replace("</dc:title>", "", StringComparison.Ordinal))),
        ["another title in the information dictionary"] = ("PDF019", e => e.In(e.Trailer, "Info")["Title"] = Value("(Another)")),
        ["another date in the information dictionary"] = ("PDF019", e => e.In(e.Trailer, "Info")["ModDate"] = Value("(D:20270101000000Z)")),
        ["a schema that is not described"] = ("PDF020", e => e.ChangeMetadata("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://example.org/")),

        // The catalog
        ["no MarkInfo"] = ("PDF021", e => e.Catalog.Remove("MarkInfo")),
        ["suspect tags"] = ("PDF021", e => e.In(e.Catalog, "MarkInfo")["Suspects"] = new CosBoolean(true)),
        ["no language"] = ("PDF022", e => e.Catalog.Remove("Lang")),
        ["a language that is none"] = ("PDF022", e => e.Catalog["Lang"] = Value("(Chinese language)")),
        ["no DisplayDocTitle"] = ("PDF023", e => e.In(e.Catalog, "ViewerPreferences").Remove("DisplayDocTitle")),
        ["a form"] = ("PDF057", e => e.Catalog["AcroForm"] = Value("<</Fields[]>>")),
        ["JavaScript by name"] = ("PDF057", e => e.In(e.Catalog, "Names")["JavaScript"] = Value("<</Names[]>>")),
        ["a picture smoothed"] = ("PDF058", e => e.First("Subtype", "Image")["Interpolate"] = new CosBoolean(true)),
        ["a PostScript program"] = ("PDF058", e => e.First("Subtype", "Image")["Subtype"] = Value("/PS")),

        // Colours
        ["no output intent"] = ("PDF024", e => e.Catalog.Remove("OutputIntents")),
        ["an output intent of another kind"] = ("PDF024", e => e.First("S", "GTS_PDFA1")["S"] = Value("/GTS_PDFX")),
        ["a profile with N 4"] = ("PDF025", e => e.In(e.First("S", "GTS_PDFA1"), "DestOutputProfile")["N"] = new CosNumber(4)),
        ["a profile without its signature"] = ("PDF025", e => e.Change(e.First("S", "GTS_PDFA1"), "DestOutputProfile", p => p.Replace("acsp", "----", StringComparison.Ordinal))),
        ["a profile without a red curve"] = ("PDF025", e => e.Change(e.First("S", "GTS_PDFA1"), "DestOutputProfile", p => p.Replace("rTRC", "----", StringComparison.Ordinal))),
        ["a picture in four inks"] = ("PDF026", e => e.First("Subtype", "Image")["ColorSpace"] = Value("/DeviceCMYK")),
        ["words in four inks"] = ("PDF026", e => e.ChangePage("/P<<", c => "0 0 0 1 k " + c)),
        ["a form in four inks"] = ("PDF026", e => e.ChangePart("/Form", c => "0 0 0 1 k " + c)),
        ["a gradient in four inks"] = ("PDF026", e => ((CosDictionary)e.File.Objects.Values.OfType<CosDictionary>().First(d => d.Entries.ContainsKey("Shading")).Entries["Shading"]).Entries["ColorSpace"] = Value("/DeviceCMYK")),
        ["marked content inside a form"] = ("PDF036", e => e.ChangePart("/Form", c => "/P<</MCID 0>>BDC EMC " + c)),
        ["no blending space beside a soft mask"] = ("PDF027", e => e.All("Type", "Page").First(p => p.ContainsKey("Group")).Remove("Group")),

        // Fonts
        ["a font without its program"] = ("PDF028", e => e.First("Type", "FontDescriptor").Remove("FontFile2")),
        ["a font program without outlines"] = ("PDF028", e => e.Change(e.First("Type", "FontDescriptor"), "FontFile2", p => p.Replace("glyf", "----", StringComparison.Ordinal))),
        ["no CIDToGIDMap"] = ("PDF029", e => e.First("Subtype", "CIDFontType2").Remove("CIDToGIDMap")),
        ["a Type 3 font"] = ("PDF029", e => e.First("Subtype", "Type0")["Subtype"] = Value("/Type3")),
        ["other widths than the font's"] = ("PDF030", e => e.First("Subtype", "CIDFontType2")["DW"] = new CosNumber(1234)),
        ["no ToUnicode"] = ("PDF031", e => e.First("Subtype", "Type0").Remove("ToUnicode")),
        ["a code without a character"] = ("PDF031", e => e.Change(e.First("Subtype", "Type0"), "ToUnicode", c => c.Replace("<0001><", "<0F01><", StringComparison.Ordinal))),
        ["a code for U+FEFF"] = ("PDF031", e => e.Change(e.First("Subtype", "Type0"), "ToUnicode", c => string.Concat(c.AsSpan(0, c.IndexOf("<0001><", StringComparison.Ordinal)), "<0001><FEFF>\n", c.AsSpan(c.IndexOf("<0002>", StringComparison.Ordinal))))),
        [".notdef shown"] = ("PDF032", e => e.ChangePage("/P<<", c => c.Replace("(\0", "(\0\0\0", StringComparison.Ordinal))),

        // Content
        ["words outside of marked content"] = ("PDF033", e => e.ChangePage("/P<<", c => c + "\n0 0 9 9 re f")),
        ["an artifact inside tagged content"] = ("PDF034", e => e.ChangePage("/P<<", c => Tagged(c, t => t + "/Artifact<</Type/Layout>>BDC EMC\n"))),
        ["tagged content inside an artifact"] = ("PDF034", e => e.ChangePage("/P<<", c => "/Artifact<</Type/Layout>>BDC " + c + " EMC")),
        ["marked content that never ends"] = ("PDF035", e => e.ChangePage("/P<<", c => c + "\n/Span BMC")),
        ["marked content that ends twice"] = ("PDF035", e => e.ChangePage("/P<<", c => c + "\nEMC")),
        ["a text object that cuts marked content"] = ("PDF035", e => e.ChangePage("ET\n", c => c.Replace("EMC\nET", "ET\nEMC", StringComparison.Ordinal))),
        ["content in no element"] = ("PDF036", e => e.ChangePage("/P<<", c => c + "\n/P<</MCID 999>>BDC EMC")),
        ["an element whose content is not there"] = ("PDF036", e => e.Tag("H1")["K"] = new CosNumber(998)),
        ["an artifact that names no properties"] = ("PDF037", e => e.ChangePage("/Artifact/N BDC", c => c.Replace("/Artifact/N BDC", "/Artifact/Lost BDC", StringComparison.Ordinal))),
        ["an artifact without a type"] = ("PDF037", e => e.ChangePage("/Artifact<</Type/Layout>>BDC", c => c.Replace("/Artifact<</Type/Layout>>BDC", "/Artifact BMC", StringComparison.Ordinal))),
        ["a background without a rectangle"] = ("PDF037", e => e.ChangePage("/BBox", c => c.Replace("/BBox", "/Box", StringComparison.Ordinal))),

        // Structure
        ["no structure tree"] = ("PDF048", e => e.Catalog.Remove("StructTreeRoot")),
        ["an element with another parent"] = ("PDF048", e => e.Tag("H2")["P"] = e.Tag("H1")["P"]),
        ["no parent tree"] = ("PDF038", e => e.Tree.Remove("ParentTree")),
        ["a parent tree that leads elsewhere"] = ("PDF038", e => Leaf(e)[1] = Value($"[{e.NumberOf(e.Tag("Document"))} 0 R]")),
        ["a page without its key"] = ("PDF038", e => e.All("Type", "Page").First(p => p.ContainsKey("Annots")).Remove("StructParents")),
        ["a link without its key"] = ("PDF038", e => e.First("Subtype", "Link").Remove("StructParent")),
        ["an unknown type"] = ("PDF039", e => e.Tag("BlockQuote")["S"] = Value("/Zitat")),
        ["a cell without a row"] = ("PDF040", e => e.Tag("TR")["S"] = Value("/Div")),
        ["a list item outside of a list"] = ("PDF040", e => e.Tag("L")["S"] = Value("/Sect")),
        ["an entry of the contents that is a paragraph"] = ("PDF040", e => e.Tag("TOCI")["S"] = Value("/H1")),
        ["a tree without a Document"] = ("PDF040", e => e.Tag("Document")["S"] = Value("/Sect")),
        ["a row that lacks a cell"] = ("PDF041", e => e.List(e.Tag("TR"), "K").RemoveAt(0)),
        ["a head without scope"] = ("PDF042", e => e.Tag("TH").Remove("A")),
        ["a list without numbering"] = ("PDF043", e => e.Tag("L").Remove("A")),
        ["a list numbered in runes"] = ("PDF043", e => e.Tag("L")["A"] = Value("<</O/List/ListNumbering/Runes>>")),
        ["a figure without Alt"] = ("PDF044", e => e.Tag("Figure").Remove("Alt")),
        ["a formula with an empty Alt"] = ("PDF044", e => e.Tag("Formula")["Alt"] = Value("()")),
        ["a figure without BBox"] = ("PDF045", e => e.Tag("Figure").Remove("A")),
        ["a note without ID"] = ("PDF046", e => e.Tag("Note").Remove("ID")),
        ["two notes of one ID"] = ("PDF046", e => e.Tag("Note")["ID"] = e.Tag("Note", 1)["ID"]),
        ["no ID tree"] = ("PDF046", e => e.Tree.Remove("IDTree")),
        ["a skipped heading level"] = ("PDF047", e => e.All("S", "H2").ToList().ForEach(h => h["S"] = Value("/H3"))),
        ["a first heading of level 2"] = ("PDF047", e => e.Tag("H1")["S"] = Value("/H2")),
        ["a malformed language of an element"] = ("PDF049", e => e.Tag("Span")["Lang"] = Value("(en_GB)")),

        // Links and navigation
        ["no tab order"] = ("PDF050", e => e.First("Type", "Page").Remove("Tabs")),
        ["a Link without its annotation"] = ("PDF051", e => e.Tag("Link")["K"] = ((CosArray)e.Tag("Link")["K"]).Items[0]),
        ["an annotation in a paragraph"] = ("PDF051", e => e.Tag("Link")["S"] = Value("/P")),
        ["a link without Contents"] = ("PDF052", e => e.First("Subtype", "Link").Remove("Contents")),
        ["a hidden link"] = ("PDF053", e => e.First("Subtype", "Link")["F"] = new CosNumber(6)),
        ["a link that is not printed"] = ("PDF053", e => e.First("Subtype", "Link").Remove("F")),
        ["a film"] = ("PDF054", e => e.First("Subtype", "Link")["Subtype"] = Value("/Movie")),
        ["a program run by a link"] = ("PDF054", e => e.In(e.All("Subtype", "Link").First(l => l.ContainsKey("A")), "A")["S"] = Value("/JavaScript")),
        ["no bookmarks"] = ("PDF055", e => e.Catalog.Remove("Outlines")),
        ["bookmarks in a circle"] = ("PDF055", e => e.In(e.In(e.Catalog, "Outlines"), "First")["Next"] = e.In(e.Catalog, "Outlines")["First"]),
        ["no page labels"] = ("PDF056", e => e.Catalog.Remove("PageLabels")),
        ["a bookmark to nowhere"] = ("PDF059", e => e.In(e.In(e.Catalog, "Outlines"), "First")["Dest"] = Value("(nowhere)")),
        ["a destination on no page"] = ("PDF059", e => ((CosArray)e.List(e.File.Objects.Values.OfType<CosDictionary>().First(d => d.Entries.ContainsKey("Names") && d.Entries.ContainsKey("Limits") && ((CosArray)d.Entries["Names"]).Items[1] is CosArray).Entries, "Names")[1]).Items[0] = new CosNumber(0)),
        ["a file in PDF/A-2"] = ("PDF016", e => e.Catalog["AF"] = Value("[]")),
        ["a file that is not there"] = ("PDF060", e => e.Catalog["AF"] = Value("[99999 0 R]")),
    };

    public static TheoryData<string> Ways => [.. Damages.Keys];

    [Fact]
    public void Good_book_has_no_finding() => Assert.Empty(Found(Good.Value.Pdf));

    [Fact]
    public void Editing_alone_does_no_damage() => Assert.Empty(Found(new PdfEditor(Good.Value.Pdf).ToBytes()));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Damage_is_found(string way)
    {
        var editor = new PdfEditor(Good.Value.Pdf);
        Damages[way].Do(editor);
        Assert.Contains(Damages[way].Id, Found(editor.ToBytes()).Select(f => f.Kind.Id));
    }

    [Fact]
    public void Every_kind_of_finding_is_seen_once()
    {
        var kinds = Enumerable.Range(10, 51).Select(n => string.Create(CultureInfo.InvariantCulture, $"PDF{n:D3}"));
        Assert.Equal(kinds, Damages.Values.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 and no more")]
    [InlineData("%PDF-1.7\nstartxref\n3\n%%EOF")]
    public void What_is_no_pdf_is_a_finding(string content) => Assert.Equal(["PDF001"], Found(Encoding.ASCII.GetBytes(content)).Select(f => f.Kind.Id));

    [Fact]
    public void Findings_name_pages_and_objects_and_do_not_go_on_for_ever()
    {
        var editor = new PdfEditor(Good.Value.Pdf);
        editor.All("Type", "Page").ToList().ForEach(p => p.Remove("Tabs"));
        var messages = Found(editor.ToBytes()).Select(f => f.Message).ToList();
        Assert.Contains("Page 1 has no Tabs /S.", messages);
        Assert.Contains(messages, m => m.EndsWith("more of the same.", StringComparison.Ordinal));
        Assert.Equal(6, messages.Count);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_a_finding_and_no_crash()
    {
        var pdf = Good.Value.Pdf;
        Assert.All(Enumerable.Range(1, 40), i => Assert.NotEmpty(Found(pdf[..(pdf.Length * i / 41)])));
    }

    private static string Tagged(string content, Func<string, string> change)
    {
        var at = content.IndexOf("BDC\n", content.IndexOf("/P<<", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        return change(content[..at]) + content[at..];
    }

    // The first leaf of the parent tree: key, value, key, value.
    private static List<CosValue> Leaf(PdfEditor editor) => editor.List(((CosDictionary)editor.File.Resolve(editor.List(editor.In(editor.Tree, "ParentTree"), "Kids")[0])!).Entries, "Nums");

    private static IReadOnlyList<Diagnostic> Found(byte[] pdf)
    {
        var bag = new DiagnosticBag();
        Proof.Inspect(Good.Value.Book, pdf, bag);
        return bag.Sorted;
    }

    private static (Book, byte[]) Published()
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(Path.Combine(Repository.Root, "tests", "Kanyin.Tests", "EndToEnd", "Books", "tags"), new ReadingOptions(), bag)!;
        using var output = new MemoryStream();
        PdfEdition.Write(Typesetter.Set(book, HandSet.Fonts, bag), output);
        Assert.Empty(bag.Sorted);
        return (book, output.ToArray());
    }
}
