using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;
using Xunit;

namespace Kanyin.Tests.Publishing;

/// <summary>A manuscript by someone who means harm, published whatever its findings: the threats of the handbook, one by one.</summary>
public sealed class ThreatTests : IClassFixture<ThreatTests.Published>
{
    private const string Secret = "ThisStandsOutsideTheBook";

    private readonly Published _published;

    public ThreatTests(Published published) => _published = published;

    [Theory]
    [InlineData("<script")]
    [InlineData("alert(")]
    [InlineData("onclick")]
    [InlineData("onerror")]
    [InlineData("onload")]
    [InlineData("javascript:")]
    [InlineData("vbscript:")]
    [InlineData("data:text/html")]
    [InlineData("file:")]
    [InlineData("<iframe")]
    [InlineData("<object")]
    [InlineData("<embed")]
    [InlineData("<form")]
    [InlineData("<base")]
    [InlineData("http-equiv")]
    [InlineData("foreignObject")]
    [InlineData("<!ENTITY")]
    [InlineData("expression(")]
    public void Nothing_that_acts_is_in_an_edition(string threat)
    {
        Assert.DoesNotContain(threat, _published.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(threat, _published.PdfObjects, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_file_outside_the_book_is_read()
    {
        Assert.DoesNotContain(Secret, _published.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, _published.PdfText, StringComparison.Ordinal);
        Assert.DoesNotContain("root:x:0", _published.Markup + _published.PdfText, StringComparison.Ordinal);
    }

    [Fact]
    public void No_path_user_or_host_of_the_machine_is_in_an_edition()
    {
        Assert.All([_published.Folder, Path.GetTempPath(), $"/{Environment.UserName}/", $"{Environment.UserName}@{Environment.MachineName}"], name =>
        {
            Assert.DoesNotContain(name, _published.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(name, _published.PdfObjects, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Entries_of_the_archive_stay_inside_it() =>
        Assert.All(_published.Entries, name => Assert.True(!name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal) && !name.Split('/').Contains(".."), name));

    [Fact]
    public void Harm_is_reported_and_breaks_nothing()
    {
        Assert.DoesNotContain("internal error", _published.Run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.md:", _published.Run.Error + _published.Run.Output, StringComparison.Ordinal);
    }

    public sealed class Published : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Published()
        {
            _folder.Write("secret.md", Secret);
            _folder.Write("secret.svg", $"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>{Secret}</text></svg>");
            _folder.Write("book/bad.svg", $"""
                <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY a "{new string('x', 99)}"><!ENTITY b "&a;&a;&a;&a;">]>
                <svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="alert(1)"><script>alert(1)</script><text>&xxe;&b;</text></svg>
                """);
            _folder.Write("book/acting.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90" onload="alert(1)"><script>alert(1)</script>
                <style>rect { fill: url(javascript:alert(1)) }</style><foreignObject><iframe src="file:///etc/passwd"/></foreignObject>
                <a xlink:href="javascript:alert(1)"><rect width="9" height="9" onclick="alert(1)"/></a><image xlink:href="file:///etc/passwd" width="9" height="9"/><image xlink:href="../secret.svg" width="9" height="9"/></svg>
                """);
            _folder.Write("book/bad.md", $"""
                # 恶意的一章

                <script>alert(1)</script>正文<img src="x.png" onerror="alert(1)">。

                <div onclick="alert(1)" style="width: expression(alert(1))">一段</div>

                <iframe src="file:///etc/passwd"></iframe><object data="a"></object><embed src="a"><form action="a"></form><base href="http://example.com/"><meta http-equiv="refresh" content="0">

                [甲](javascript:alert(1))、[乙](JaVaScRiPt:alert(1))、[丙](file:///etc/passwd)、[丁](data:text/html,<script>alert(1)</script>)、[戊](vbscript:a)、<a href="javascript:alert(1)" onclick="alert(1)">己</a>。

                ![外](../secret.svg)![绝对]({_folder["secret.svg"]})![系统](/etc/passwd)![地址](file:///etc/passwd)

                ![实体](bad.svg)

                ![动作](acting.svg)

                !include ../secret.md

                {"{{#include ../secret.md}}"}

                <!--@include: ../secret.md-->
                """);
            Run = ToolRun.Run("publish", _folder["book"], "--keep-going", "-o", _folder["out"]);
            using var zip = ZipFile.OpenRead(_folder["out/book/book.epub"]);
            Entries = [.. zip.Entries.Select(e => e.FullName)];
            Markup = string.Concat(zip.Entries.Where(e => Path.GetExtension(e.Name) is ".xhtml" or ".opf" or ".ncx" or ".svg" or ".css" or ".xml").Select(Text));
            var bytes = File.ReadAllBytes(_folder["out/book/book.pdf"]);
            PdfObjects = Encoding.Latin1.GetString(bytes);
            using var pdf = PdfDocument.Open(bytes);
            PdfText = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
        }

        internal ToolRun Run { get; }

        internal string Folder => _folder.FullName;

        internal string Markup { get; }

        internal string PdfObjects { get; }

        internal string PdfText { get; }

        internal IReadOnlyList<string> Entries { get; }

        public void Dispose() => _folder.Dispose();

        private static string Text(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }
}
