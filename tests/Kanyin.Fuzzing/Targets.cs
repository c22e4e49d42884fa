using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Books.Reading.Pictures;
using Kanyin.Editions.Epub;
using Kanyin.Editions.EpubCheck;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Proofs;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;

namespace Kanyin.Fuzzing;

/// <summary>Every reader of what others write.</summary>
internal sealed class Targets : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kanyin-fuzzing");
    private readonly FontBook _fonts;
    private readonly string _root;
    private readonly Book _small;

    public Targets([CallerFilePath] string here = "")
    {
        _root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
        _fonts = FontBook.Load(Path.Combine(_root, "fonts"));
        foreach (var (name, text) in new[] { ("a.md", "# 甲\n\n话。\n"), ("b.md", "# 乙\n\n话。\n"), ("SUMMARY.md", "- [甲](a.md)\n- [乙](b.md)\n"), ("book.yml", "title: 书\n") })
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        }

        _small = Read("a.md", "# 第一章 水\n\n水[^1]，**好**水，见[下](#下)。\n\n| 表 | 头 |\n| - | - |\n| 格 | 格 |\n\n## 下\n\n$x^2$\n\n[^1]: 注。\n")!;
    }

    public IReadOnlyList<Target> All =>
    [
        new("markdown", Texts("*.md"), Tokens(MarkdownTokens + HtmlTokens), i => Read("a.md", Text(i)), 0.5),
        new("html", Texts("*.md"), Tokens(HtmlTokens), i => Read("a.md", "<div>" + Text(i) + "</div>\n\n" + Text(i)), 0.5),
        new("pages", Texts("*.md"), Tokens(MarkdownTokens + HtmlTokens), i => Publish(Read("a.md", Text(i))), 0.02),
        new("settings", Texts("book.yml"), Tokens("title: |numbering: |pdf: |epub:\n|macros:\n  |: |- |\n  |[|]|{|}|&a |*a |!!int |'|\"|#|---\n|2026-11-26|true|null|0x1F|.inf|authors:|allow:\n|\t"), i => Read("book.yml", Text(i)), 0.5),
        new("summary", Texts("SUMMARY.md"), Tokens("- |* |  |[|](|)|a.md|b.md|../|#|# |\n|---\n|%20|<|>|\\|http://x|//|a.md#甲"), i => Read("SUMMARY.md", Text(i)), 0.5),
        new("math", Formulas(), Tokens(MathTokens), i => Formula.Of(Text(i))),
        new("svg", Texts("*.svg"), Tokens(SvgTokens), Draw, 0.5),
        new("font", [FontSubset.ForScreens(Latin(), "abc字".Select(c => (int)c)), Woff()], [], OpenFont),
        new("picture", Pictures(), Tokens("\u0001|\u0000\u0000|IHDR|IDAT|RIFF|WEBP|JFIF|Exif"), Embed),
        new("pdf", [Pdf()], Tokens("obj|endobj|stream|endstream|/Type|/Kids|/K|/P|<<|>>|[|]|(|)|xref|trailer|0 R|1 0 R|startxref|/Length|/ObjStm"), i => Proof.Inspect(_small, i, new DiagnosticBag()), 0.1),
        new("epub", Entries(), Tokens(EpubTokens), CheckEpub, 0.1),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    private const string MarkdownTokens = "# |## 1.1 |> |- |1. |    |\t|```\n|~~~\n|`|**|*|_|~~|==|[^1]|[^1]: |[|](|)|![|]: |<|>|\\|$|$$|$$\n|\\(|\\[|:::|::: tip\n|!!! note\n|=== \"甲\"\n|{#a}|{.b}|[TOC]|---\n|\n\n|\r\n||\n|| - |\n|\u3000|\u200B|\uFEFF|“|”|「|……|——|{{#include a.md}}|--8<-- \"a.md\"|&amp;|&#0;|:smile:|^|~|++|{% hint %}|:label:`a`\n|:eqlabel:`a`\n|:numref:`a`|{ref}`甲 <a>`|{math}`|(a)=\n|```{figure} a.png\n:name: a\n|```{math}\n|```toc\na\n|::: {.callout-note}\n|import a from 'b';\n|图 1-1 |第三章|http://a.cn/。|😀|\ud83d|";

    private const string HtmlTokens = "<div>|<div class=\"warning\">\n\n|</div>|<p align=center>|<table>|<tr>|<td colspan=3 rowspan=2>|</td>|<img src=a.png width=1e9>|<ruby>|<rt>|</rt>|<details>|<summary>|<pre>|<code>|<a id=\"甲\">|</a>|<br>|<!--|-->|<script>|</script>|<svg>|<math>|<![CDATA[|]]>|<b|\"|'|=|&lt;|<ul>|<li>|<dl>|<dt>|<figure>|<kbd>";

    private const string MathTokens = "\\frac|{|}|^|_|\\sqrt[|]|\\left(|\\right.|\\begin{aligned}|\\end{aligned}|\\begin{array}{c|c}|\\end{array}|&|\\\\|\\text{|\\newcommand{\\a}{|\\a|#1|\\def\\b#1{|\\over|\\limits|'|\\mathbb|\\color{red}|\\tag{1}|\\label{x}|\\ref{x}|\\hline|\\operatorname{|\\overbrace|\\not|~|\\ |%|$|汉|\\big|\\stackrel|\\hspace{1em}|\\rule{1em}{2em}";

    private const string SvgTokens = "<g transform='rotate(45) scale(1e300)'>|</g>|<path d='M0 0|L1e38 1|A1 1 0 0 0 1 1|z'/>|<use href='#a'/>|<g id='a'>|<defs>|</defs>|<linearGradient id='l'>|<stop offset='2'/>|<pattern id='p' width='1' height='1'>|<clipPath id='c'>|<mask id='m'>|<text x='1 2 3'>|<tspan>|<style>|.a{fill:url(#l)}|</style>|<!DOCTYPE svg [<!ENTITY x 'y'>]>|&x;|<image href='a.png'/>|<image href='data:image/png;base64,AAAA'/>|viewBox='0 0 0 0'|width='-1'|NaN|%|<foreignObject>|<svg>|</svg>|<marker id='k'>|<filter id='f'>";

    private const string EpubTokens = "<item |id=|href=|../|media-type=|<itemref |idref=|<nav epub:type=\"toc\">|<a href=\"|#|</|<!DOCTYPE|<!ENTITY|&#0;|<?xml |properties=\"nav\"|<meta |xmlns=|<svg>|<math>|<script>|refines=|%00|\u0000";

    private Book? Read(string name, string text)
    {
        var findings = new DiagnosticBag();
        var book = BookReader.Read(_folder.FullName, new ReadingOptions { Texts = new Dictionary<string, string> { [name] = text } }, findings);
        if (book is not null)
        {
            Checker.Check(book, findings);
        }

        foreach (var finding in findings.Sorted)
        {
            _ = Excerpt.Of(finding.At);
        }

        return book;
    }

    private void Publish(Book? book)
    {
        if (book is not null)
        {
            var findings = new DiagnosticBag();
            var typeset = Typesetter.Set(book, _fonts, findings);
            PdfEdition.Write(typeset, Stream.Null);
            EpubEdition.Write(book, typeset, _fonts, Stream.Null, findings);
        }
    }

    private void Draw(byte[] svg)
    {
        var findings = new DiagnosticBag();
        var setter = new DrawingSetter(new ParagraphSetter(_fonts, findings), findings);
        var picture = new Picture("a.svg", "", PictureFormat.Svg, 100, 100, svg.Length) { Content = svg };
        if (setter.SizeOf(picture) is var (width, height))
        {
            setter.Draw(picture, width, height, null);
        }
    }

    private static void OpenFont(byte[] file)
    {
        try
        {
            var face = new FontFace("x", FontData.Of(file));
            _ = face.Advance(face.GlyphOf('字'));
            FontSubset.Of(face, [0]);
        }
        catch (InvalidDataException)
        {
            // As it is documented.
        }
    }

    private static void Embed(byte[] file)
    {
        var picture = EmbeddedPicture.Read("a", file);
        _ = picture.Format == PictureFormat.Unknown ? null : EmbeddedImage.Make(0, picture, 100, 100, 300);
    }

    private static void CheckEpub(byte[] input)
    {
        // NAME, a line end, and what is in the entry; the other entries are those of a good book.
        var text = Text(input);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var name = end is > 0 and < 60 ? text[..end] : "mimetype";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in GoodEpub.Value.Where(e => e.Path != name).Append((Path: name, Bytes: Encoding.UTF8.GetBytes(text[(end + 1)..]))))
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        file.Position = 0;
        EpubChecker.Check(file, "a.epub", new DiagnosticBag());
        using var raw = new MemoryStream(input);
        EpubChecker.Check(raw, "b.epub", new DiagnosticBag());
    }

    private static readonly Lazy<IReadOnlyList<(string Path, byte[] Bytes)>> GoodEpub = new(() =>
    {
        using var targets = new Targets();
        using var file = new MemoryStream();
        EpubEdition.Write(targets._small, Typesetter.Set(targets._small, targets._fonts, new DiagnosticBag()), targets._fonts, file, new DiagnosticBag());
        using var zip = new ZipArchive(file);
        return [.. zip.Entries.Select(e =>
        {
            using var bytes = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    });

    private static List<byte[]> Entries() => [.. GoodEpub.Value.Where(e => e.Bytes.Length < 20_000).Select(e => (byte[])[.. Encoding.UTF8.GetBytes(e.Path + "\n"), .. e.Bytes])];

    private byte[] Pdf()
    {
        using var file = new MemoryStream();
        PdfEdition.Write(Typesetter.Set(_small, _fonts, new DiagnosticBag()), file);
        return file.ToArray();
    }

    private FontFace Latin() => new("Latin", FontData.Open(Path.Combine(_root, "fonts", "source-serif-4", "SourceSerif4-Regular.ttf")));

    private byte[] Woff() => Editions.Epub.Woff.Pack(FontSubset.ForScreens(Latin(), "ab".Select(c => (int)c)));

    /// <summary>Files of the two books, cut to what is read in a moment.</summary>
    private List<byte[]> Texts(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(_root, "content"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Select(b => b.Length > 4_000 ? b[..4_000] : b)];

    private List<byte[]> Formulas() =>
        [.. Texts("*.md").SelectMany(t => Text(t).Split('$').Where((_, i) => i % 2 == 1)).Where(t => t.Length is > 3 and < 400).Append(@"\begin{aligned}a&=\frac{b}{c}\\d&=\sqrt[3]{e}\end{aligned}").Select(Encoding.UTF8.GetBytes)];

    private List<byte[]> Pictures() =>
        [.. Directory.GetFiles(Path.Combine(_root, "content"), "*.png", SearchOption.AllDirectories).Select(File.ReadAllBytes).Where(b => b.Length < 200_000).Take(2), Tiny("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), Tiny("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), Tiny("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA="), Tiny("/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=")];

    private static byte[] Tiny(string base64) => Convert.FromBase64String(base64);

    private static List<byte[]> Tokens(string tokens) => [.. tokens.Split('|', StringSplitOptions.RemoveEmptyEntries).Append("|").Select(Encoding.UTF8.GetBytes)];

    private static string Text(byte[] input) => Encoding.UTF8.GetString(input);
}
