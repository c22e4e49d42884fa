using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck;
using Xunit;

namespace Kanyin.Tests.EpubCheck;

/// <summary>What is wrong with the archive itself, by accident or by malice: always a finding, soon, and never more than that.</summary>
public sealed class ArchiveTests
{
    private const string Container = "META-INF/container.xml";
    private const string Chapter = "EPUB/text/ch002.xhtml";

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("This file is a text of some length and no archive, whatever its name may say.")]
    public void What_is_no_archive_is_told_so(string text) => Assert.Equal(["EPUB101"], TestEpub.Ids(TestEpub.Check(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void An_archive_that_was_cut_short_is_told_so()
    {
        var zip = new TestEpub().Zip();
        Assert.Equal(["EPUB101"], TestEpub.Ids(TestEpub.Check(zip[..^30])));
        Assert.Equal(["EPUB101"], TestEpub.Ids(TestEpub.Check(zip[..(zip.Length / 2)])));
    }

    [Theory]
    [InlineData("application/zip")]
    [InlineData("application/epub+zip\n")]
    [InlineData(" application/epub+zip")]
    [InlineData("")]
    public void Mimetype_holds_the_type_and_nothing_else(string text)
    {
        var book = new TestEpub { ["mimetype"] = text };
        Assert.Contains("EPUB102", TestEpub.Ids(book.Check()));
    }

    [Fact]
    public void Mimetype_comes_first()
    {
        var book = new TestEpub();
        book.Remove("mimetype");
        Assert.Contains("EPUB102", TestEpub.Ids(book.Check()));
        Assert.Contains("EPUB102", TestEpub.Ids(TestEpub.Check(book.Zip(zip => Add(zip, "mimetype", "application/epub+zip"u8)))));
    }

    [Theory]
    [InlineData("EPUB/a:b.txt", "EPUB103")]
    [InlineData("EPUB/a*.txt", "EPUB103")]
    [InlineData("EPUB/a.", "EPUB103")]
    [InlineData("EPUB/\uE000.txt", "EPUB103")]
    [InlineData("../outside.txt", "EPUB103")]
    [InlineData("/outside.txt", "EPUB103")]
    [InlineData("EPUB/../../outside.txt", "EPUB103")]
    [InlineData("C:/outside.txt", "EPUB103")]
    [InlineData("EPUB\\outside.txt", "EPUB103")]
    [InlineData("EPUB/NAV.xhtml", "EPUB104")]
    [InlineData("EPUB/nav.xhtml", "EPUB104")]
    [InlineData("EPUB/a b.txt", "EPUB106")]
    public void A_name_that_makes_trouble_is_found(string name, string id) =>
        Assert.Contains(id, TestEpub.Ids(TestEpub.Check(new TestEpub().Zip(zip => Add(zip, name, "x"u8)))));

    [Theory]
    [InlineData("EPUB/package.opf", "EPUB/none.opf")]
    [InlineData("EPUB/package.opf", "")]
    [InlineData("EPUB/package.opf", "../../../etc/passwd")]
    [InlineData("oebps-package+xml", "xml")]
    [InlineData(" version=\"1.0\">", ">")]
    [InlineData("<rootfile ", "<file ")]
    public void The_container_leads_to_the_package(string old, string with)
    {
        var book = new TestEpub();
        book.Replace(Container, old, with);
        Assert.Contains("EPUB107", TestEpub.Ids(book.Check()));
    }

    [Fact]
    public void Only_fonts_may_be_obfuscated()
    {
        var book = new TestEpub
        {
            ["META-INF/encryption.xml"] = """
                <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
                <enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="EPUB/images/cover.png"/></enc:CipherData></enc:EncryptedData>
                </encryption>
                """,
        };
        Assert.Contains("EPUB108", TestEpub.Ids(book.Check()));
    }

    [Fact]
    public void An_entry_that_swells_is_not_unpacked()
    {
        var zip = new TestEpub().Zip(z =>
        {
            using var bomb = z.CreateEntry(Chapter + ".css").Open();
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                bomb.Write(nothing);
            }
        });
        var book = Listing(zip, "text/ch002.xhtml.css");
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains(TestEpub.Check(book), f => f.Kind == EpubKinds.HarmfulEntry && f.Message.Contains("bomb", StringComparison.Ordinal));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 << 20);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_length_that_lies_is_found()
    {
        var zip = new TestEpub().Zip();
        var header = Directory(zip, Chapter);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(header + 24), 100);
        Assert.Contains("EPUB105", TestEpub.Ids(TestEpub.Check(zip)));
    }

    [Theory]
    [InlineData(8, 1, "enciphered")]
    [InlineData(10, 12, "method")]
    [InlineData(20, 0x7FFF, "cut short")]
    [InlineData(42, 0x7FFFFFF, "outside")]
    public void An_entry_that_cannot_be_read_safely_is_a_finding(int field, int value, string word)
    {
        var zip = new TestEpub().Zip();
        var at = Directory(zip, Chapter) + field;
        if (field >= 20)
        {
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at), value);
        }
        else
        {
            BinaryPrimitives.WriteInt16LittleEndian(zip.AsSpan(at), (short)value);
        }

        Assert.Contains(TestEpub.Check(zip), f => f.Kind == EpubKinds.HarmfulEntry && f.Message.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_symbolic_link_is_a_finding()
    {
        var zip = new TestEpub().Zip(z =>
        {
            var link = z.CreateEntry("EPUB/link");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        });
        Assert.Contains("EPUB105", TestEpub.Ids(TestEpub.Check(zip)));
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_a_finding()
    {
        var zip = new TestEpub().Zip();
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Directory(zip, Chapter) + 42), BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(Directory(zip, "EPUB/text/ch001.xhtml") + 42)));
        Assert.Contains(TestEpub.Check(zip), f => f.Message.Contains("shares", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_not_UTF_8_is_a_finding()
    {
        var zip = new TestEpub().Zip(z => Add(z, "EPUB/abc.txt", "x"u8));
        zip[Directory(zip, "EPUB/abc.txt") + 46 + 5] = 0xD6;
        Assert.Contains("EPUB103", TestEpub.Ids(TestEpub.Check(zip)));
    }

    [Fact]
    public void Entities_do_not_multiply()
    {
        var lines = string.Concat(Enumerable.Range(0, 12).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat(i == 0 ? "ha" : $"&e{i - 1};", 20))}\">"));
        var book = new TestEpub();
        book.Replace(Chapter, "<!DOCTYPE html>", $"<!DOCTYPE html [{lines}]>");
        book.Replace(Chapter, "正文。", "&e11;");
        Assert.Contains("EPUB130", TestEpub.Ids(book.Check()));
    }

    [Fact]
    public void An_entity_reads_no_file()
    {
        var book = new TestEpub();
        book.Replace(Chapter, "<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY out SYSTEM \"/etc/hostname\">]>");
        book.Replace(Chapter, "正文。", "&out;");
        Assert.Contains(book.Check(), f => f.Kind == EpubKinds.Malformed && f.Message.Contains("outside", StringComparison.Ordinal));
    }

    [Fact]
    public void An_element_of_many_attributes_costs_little()
    {
        var book = new TestEpub();
        book.Replace(Chapter, "<p>正文。</p>", $"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"data-a{i}=\"x\""))}/>");
        Assert.Contains(book.Check(), f => f.Kind == EpubKinds.Malformed && f.Message.Contains("too many", StringComparison.Ordinal));
    }

    [Fact]
    public void More_text_than_memory_should_hold_is_a_finding()
    {
        // Comments of 1.3 million bytes, which deflate by less than a bomb does.
        var words = string.Concat(Enumerable.Range(0, 1 << 17).Select(i => $"{i * 7919L % 99_991:D6}；\n"));
        var book = new TestEpub();
        for (var i = 0; i < 110; i++)
        {
            book[$"EPUB/styles/{i}.css"] = "/*" + words + "*/";
        }

        book.Replace("EPUB/package.opf", "</manifest>", string.Concat(Enumerable.Range(0, 110).Select(i => $"<item id=\"sheet{i}\" href=\"styles/{i}.css\" media-type=\"text/css\"/>")) + "</manifest>");
        Assert.Contains(book.Check(), f => f.Kind == EpubKinds.HarmfulEntry && f.Message.Contains("128 MiB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@import \"book.css\";")]
    [InlineData("@import url(other.css);")]
    public void Style_sheets_that_import_each_other_come_to_an_end(string import)
    {
        var book = new TestEpub { ["EPUB/styles/other.css"] = "@import \"book.css\";" };
        book["EPUB/styles/book.css"] = import + book["EPUB/styles/book.css"];
        book.Replace("EPUB/package.opf", "</manifest>", "<item id=\"other\" href=\"styles/other.css\" media-type=\"text/css\"/></manifest>");
        Assert.DoesNotContain(book.Check(), f => f.Kind.Severity == Severity.Error);
    }

    [Fact]
    public void A_name_of_the_greatest_length_is_read()
    {
        var name = "EPUB/" + new string('a', 60_000);
        Assert.Contains(TestEpub.Check(new TestEpub().Zip(zip => Add(zip, name, "x"u8))), f => f.At.File.Path == name);
    }

    [Fact]
    public void A_directory_of_ZIP64_is_read()
    {
        var zip = new TestEpub().Zip();
        var end = zip.Length - 22;
        Assert.Equal([], TestEpub.Check(WithZip64(zip, end, 0)));

        // Offsets and counts of nonsense are a finding, not memory asked for.
        foreach (var field in (int[])[32, 40, 48])
        {
            Assert.Equal(["EPUB101"], TestEpub.Ids(TestEpub.Check(WithZip64(zip, end, field))));
        }
    }

    [Fact]
    public void An_archive_cut_short_anywhere_is_a_finding()
    {
        var zip = new TestEpub().Zip();
        for (var length = 0; length < zip.Length; length += 97)
        {
            Assert.Contains("EPUB101", TestEpub.Ids(TestEpub.Check(zip[..length])));
        }
    }

    [Fact]
    public void Depth_has_an_end()
    {
        var book = new TestEpub();
        book.Replace(Chapter, "<p>正文。</p>", string.Concat(Enumerable.Repeat("<div>", 100_000)) + string.Concat(Enumerable.Repeat("</div>", 100_000)));
        Assert.Contains("EPUB130", TestEpub.Ids(book.Check()));
        book["EPUB/styles/book.css"] = string.Concat(Enumerable.Repeat("@media all{", 100_000));
        Assert.Contains("EPUB150", TestEpub.Ids(book.Check()));
    }

    [Fact]
    public void A_long_chain_of_fallbacks_and_many_collections_cost_little()
    {
        var book = new TestEpub();
        book.Replace("EPUB/package.opf", "</manifest>", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<item id=\"f{i}\" href=\"f{i}\" media-type=\"x/y\" fallback=\"f{(i + 1) % 20_000}\"/>")) + "</manifest>");
        book.Replace("EPUB/package.opf", "</package>", string.Concat(Enumerable.Repeat("<collection role=\"index\">", 300)) + "<link href=\"nav.xhtml\"/>" + string.Concat(Enumerable.Repeat("</collection>", 300)) + "</package>");
        var watch = Stopwatch.StartNew();

        Assert.Contains("EPUB122", TestEpub.Ids(book.Check()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("a: http://example.org/ ", false)]
    [InlineData("a: ", true)]
    public void A_hundred_thousand_prefixes_cost_little(string prefix, bool isMalformed)
    {
        var book = new TestEpub();
        book.Replace("EPUB/package.opf", "prefix=\"", $"prefix=\"{string.Concat(Enumerable.Repeat(prefix, 100_001))}");
        var watch = Stopwatch.StartNew();

        Assert.Equal(isMalformed, TestEpub.Ids(book.Check()).Contains("EPUB137"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void No_change_of_bytes_makes_the_checker_fail()
    {
        var zip = new TestEpub().Zip();
        for (var i = 0; i < zip.Length; i += 61)
        {
            var changed = (byte[])zip.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            changed[(i * 7) % zip.Length] = (byte)i;
            TestEpub.Check(changed);
        }
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    /// <summary>The same archive with a package that lists one more style sheet.</summary>
    private static byte[] Listing(byte[] zip, string path)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var package = archive.GetEntry("EPUB/package.opf")!;
            string text;
            using (var reader = new StreamReader(package.Open()))
            {
                text = reader.ReadToEnd();
            }

            package.Delete();
            Add(archive, "EPUB/package.opf", Encoding.UTF8.GetBytes(text.Replace("</manifest>", $"<item id=\"more\" href=\"{path}\" media-type=\"text/css\"/></manifest>", StringComparison.Ordinal)));
        }

        return stream.ToArray();
    }

    /// <summary>The same archive whose end leaves all numbers to ZIP64 records (APPNOTE 4.3.14 to 4.3.16), one of them nonsense where asked for.</summary>
    private static byte[] WithZip64(byte[] zip, int end, int nonsense)
    {
        var (record, locator, last) = (new byte[56], new byte[20], zip[end..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x06064B50);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(32), BinaryPrimitives.ReadUInt16LittleEndian(last.AsSpan(10)));
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(40), BinaryPrimitives.ReadUInt32LittleEndian(last.AsSpan(12)));
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(48), BinaryPrimitives.ReadUInt32LittleEndian(last.AsSpan(16)));
        if (nonsense > 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(nonsense), long.MaxValue - 1);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(locator, 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), end);
        last.AsSpan(10, 10).Fill(0xFF);
        return [.. zip[..end], .. record, .. locator, .. last];
    }

    /// <summary>Where the entry stands in the central directory.</summary>
    private static int Directory(byte[] zip, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return zip.AsSpan().LastIndexOf(bytes) - 46;
    }
}
