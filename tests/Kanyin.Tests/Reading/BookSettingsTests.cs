using System.Text.Json;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Reading;

public sealed class BookSettingsTests
{
    private static (BookSettings Settings, string Findings) Parse(string yaml)
    {
        var bag = new DiagnosticBag();
        var settings = BookSettings.Parse(new SourceFile("book.yml", yaml), bag);
        return (settings, string.Join(' ', bag.Sorted.Select(d => $"{d.Kind.Id}@{d.At.Line}:{d.At.Column}")));
    }

    [Fact]
    public void Every_key_is_read()
    {
        var (s, findings) = Parse(
            """
            title: 大模型
            subtitle: 从理论到实践
            authors: [甲, 乙]
            language: zh-Hans
            date: 2026-05-01
            publisher: 刊印
            rights: CC BY-SA 4.0
            identifier: urn:isbn:1
            description: |
              一本书。
            cover: images/cover.png
            style: 16k
            contents: 1
            emphasis: dots
            notes: chapter
            code-line-numbers: true
            pdf: print
            bleed: 3
            crop-marks: true
            attach: source
            numbering: auto
            scheme: han
            """);
        Assert.Empty(findings);
        Assert.Equal(("大模型", "从理论到实践", "zh-Hans", new DateOnly(2026, 5, 1)), (s.Title, s.Subtitle, s.Language, s.Date));
        Assert.Equal(["甲", "乙"], s.Authors);
        Assert.Equal(("刊印", "CC BY-SA 4.0", "urn:isbn:1", "一本书。"), (s.Publisher, s.Rights, s.Identifier, s.Description));
        Assert.Equal(("images/cover.png", "16k", 1), (s.Cover!.Value.Path, s.Style, s.Contents));
        Assert.Equal(new HouseStyle { DotsEmphasis = true, GathersNotes = true, NumbersCode = true }, s.Design.House);
        Assert.Equal((Purpose.Print, 3.0, true, true), (s.Design.Purpose, s.Design.Bleed, s.Design.HasCropMarks, s.Design.AttachesSource));
        Assert.Equal((NumberingMode.Auto, NumberScheme.Han), (s.Numbering, s.Scheme));
    }

    [Fact]
    public void The_facts_of_the_edition_and_its_makers_are_read()
    {
        var (s, findings) = Parse(
            """
            authors:
              - 甲
              - name: 乙
                role: translator
              - { name: 丙, role: editor }
              - { name: 丁 }
            edition: 2
            printing: 第二次
            isbn: ISBN 978-7-000-00000-1
            price: 48元
            website: https://a.cn
            dedication: |
              献给祖父
              和茶
            colophon: back
            """);
        Assert.Empty(findings);
        Assert.Equal(["甲", "丁"], s.Authors);
        Assert.Equal([new("乙", ContributorRole.Translator), new Contributor("丙", ContributorRole.Editor)], s.Contributors);
        Assert.Equal(new Imprint("2", "第二次", "978-7-000-00000-1", "48元", "https://a.cn"), s.Imprint);
        Assert.Equal("献给祖父\n和茶", s.Dedication);
        Assert.True(s.Design.ColophonStandsAtEnd);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("authors: 甲", "")]
    [InlineData("title: 2026", "")]
    [InlineData("titel: x", "CONF002@1:1")]
    [InlineData("title: x\nauthor: y", "CONF002@2:1")]
    [InlineData("title: [x]", "CONF003@1:8")]
    [InlineData("title:", "CONF003@1:7")]
    [InlineData("title: null", "CONF003@1:8")]
    [InlineData("authors: [甲, {a: b}]", "CONF003@1:14 CONF002@1:15")]
    [InlineData("authors: {a: b}", "CONF003@1:10")]
    [InlineData("authors: [{name: 甲, role: 译者}]", "CONF004@1:27")]
    [InlineData("authors: [{role: editor}]", "CONF003@1:11")]
    [InlineData("authors: [{name: [甲]}]", "CONF003@1:18")]
    [InlineData("isbn: 978-7-000-00000-2", "CONF004@1:7")]
    [InlineData("isbn: 7-000-00000-1", "CONF004@1:7")]
    [InlineData("colophon: end", "CONF004@1:11")]
    [InlineData("date: 1.5.2026", "CONF004@1:7")]
    [InlineData("date: 2026-02-30", "CONF004@1:7")]
    [InlineData("language: 中文", "CONF004@1:11")]
    [InlineData("style: b6", "CONF004@1:8")]
    [InlineData("emphasis: bold", "CONF004@1:11")]
    [InlineData("notes: foot", "CONF004@1:8")]
    [InlineData("code-line-numbers: yes", "CONF004@1:20")]
    [InlineData("numbering: yes", "CONF004@1:12")]
    [InlineData("scheme: A", "CONF004@1:9")]
    [InlineData("series: {position: 1}", "CONF003@1:9")]
    [InlineData("series: {name: 丛书, position: 0}", "CONF004@1:30")]
    [InlineData("epub: kobo", "CONF004@1:7")]
    [InlineData("fonts: yes", "CONF004@1:8")]
    [InlineData("file-as: []", "CONF003@1:10")]
    [InlineData("- a", "CONF001@1:1")]
    [InlineData("title: 'x", "CONF001@1:8")]
    [InlineData("title: a\ntitle: b", "CONF001@2:1")]
    public void What_is_wrong_is_said_with_line_and_column(string yaml, string findings) => Assert.Equal(findings, Parse(yaml).Findings);

    [Fact]
    public void What_catalogues_ask_for_is_read()
    {
        var catalogue = BookSettings.Parse(new SourceFile("book.yml", "file-as: chashi\nauthors:\n  - {name: 陆小青, file-as: 'Lu, Xiaoqing'}\n  - 顾元茗\nseries: {name: 山房丛书, position: 3}\nsubjects: [茶, 饮食]"), new DiagnosticBag()).Catalogue;
        Assert.Equal(("chashi", "Lu, Xiaoqing", new Series("山房丛书", 3)), (catalogue.Title, Assert.Single(catalogue.Names).Value, catalogue.Series));
        Assert.Equal(["茶", "饮食"], catalogue.Subjects);
        Assert.Equal(new Series("山房丛书", null), BookSettings.Parse(new SourceFile("book.yml", "series: 山房丛书"), new DiagnosticBag()).Catalogue.Series);
    }

    [Theory]
    [InlineData("titel: x", "Did you mean 'title'?")]
    [InlineData("author: x", "Did you mean 'authors'?")]
    [InlineData("style: b6", "Did you mean 'b5'?")]
    public void The_nearest_key_is_the_hint(string yaml, string hint)
    {
        var bag = new DiagnosticBag();
        BookSettings.Parse(new SourceFile("book.yml", yaml), bag);
        Assert.Equal(hint, Assert.Single(bag.Sorted).Hint);
    }

    [Fact]
    public void YAML_nested_without_end_is_refused() => Assert.Equal("CONF001@1:1", Parse(new string('[', 100_000)).Findings);

    [Fact]
    public void A_cover_that_is_not_there_is_an_error()
    {
        using var book = new TempBook().Add("book.yml", "title: x\ncover: c.png").Add("a.md", "# 甲");
        Assert.Null(book.Read().Cover);
        Assert.Equal("CONF005@2", book.Findings);
        Assert.Null(book.Add("c.png", "no picture").Read().Cover);
        Assert.Equal("CONF005@2", book.Findings);
    }

    [Fact]
    public void The_schema_for_editors_has_the_keys_that_the_reader_knows()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "src/Kanyin.Books/Reading/book.schema.json"))).RootElement;
        var properties = schema.GetProperty("properties");
        Assert.Equal(BookSettings.Keys, properties.EnumerateObject().Select(p => p.Name));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(DesignSettings.Formats, Words(schema.GetProperty("$defs").GetProperty("format")));
        Assert.Equal(DesignSettings.PageKeys, properties.GetProperty("style").GetProperty("oneOf")[1].GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(DesignSettings.Punctuations, Words(properties.GetProperty("punctuation")));
        Assert.Equal(DesignSettings.LineEnds, Words(properties.GetProperty("line-end")));
        Assert.Equal(DesignSettings.LineStarts, Words(properties.GetProperty("line-start")));
        Assert.Equal(DesignSettings.LineBreaks, Words(properties.GetProperty("line-break")));
        Assert.Equal(DesignSettings.Openings, Words(properties.GetProperty("openings")));

        static IEnumerable<string> Words(JsonElement choice) => choice.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Kanyin.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
