using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting.Pages;
using Math = Kanyin.Books.Model.Math;

namespace Kanyin.Tests.Epub;

/// <summary>A small book in code that holds every kind of block and inline, and what makes trouble: odd characters, nested notes, missing pictures, broken links.</summary>
internal static class SampleBook
{
    public static readonly BookMetadata Metadata = new("测试之书", "排版与校验", ["张三", "李四"], "zh-CN", new DateOnly(2026, 1, 1), "示例出版", "CC BY 4.0", "978-7-111-12806-9", "一本用来检查的书。");

    private static readonly Place _at = Place.Of(new SourceFile("ch01.md", ""));

    private static readonly Lazy<Picture> _picture = new(() =>
    {
        var bytes = Png.Write(Raster.FromRgba(2, 2, [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 255, 255, 255, 255]));
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("kanyin-tests-").FullName, "a.png");
        File.WriteAllBytes(path, bytes);
        return new Picture("img/图.png", path, PictureFormat.Png, 2, 2, bytes.Length);
    });

    public static Picture Square => _picture.Value;

    public static TypesetBook Typeset => new(Metadata, [], new StructureElement(StructureRole.Document), []);

    public static Book Whole { get; } = Of(
        new Chapter(new SourceFile("preface.md", ""), "c-preface", "前言", 0, null, [Head(1, "h-0001", null, "前言"), Para("写在前面。")]),
        new Chapter(new SourceFile("ch01.md", ""), "c-ch01", "起", 0, "第一部分 基础", FirstChapter()),
        new Chapter(new SourceFile("ch02.md", ""), "c-ch02", "承", 0, null, SecondChapter()),
        new Chapter(new SourceFile("ch02-1.md", ""), "c-ch02-1", "没有标题的一节", 1, null, [Para("只有正文。")]));

    public static Book Of(params ImmutableArray<Chapter> chapters) => new(Metadata, "a5", null, chapters);

    public static Text T(string text) => new(_at, text);

    public static Paragraph Para(string text) => new(_at, [T(text)]);

    public static Paragraph Para(params ImmutableArray<Inline> inlines) => new(_at, inlines);

    public static Heading Head(int level, string id, SectionNumber? number, string text) => new(_at, level, id, id, number, number, [T(text)]);

    public static SectionNumber Number(NumberStyle style, string text, params ImmutableArray<int> values) => new(style, values, text, IsHan: true);

    public static Link LinkTo(LinkTarget target, string words) => new(_at, target, null, [T(words)]);

    private static ImmutableArray<Block> FirstChapter()
    {
        var inner = new Note(_at, "note-b", "b", [Para("注中之注。")]);
        var note = new Note(_at, "note-a", "a", [Para(T("注文"), inner, T("。")), Para("注的第二段。")]);
        var codeNote = new Note(_at, "note-c", "c", [Code("text", "注里的代码")]);
        return
        [
            new Heading(_at, 1, "h-0002", "起", null, Number(NumberStyle.Chapter, "第一章", 1), [T("起"), note]),
            Para(T("正文“引号”，\u0000控制\uFFFE\uD800字符，"), note, T("生僻字𠮷。"), new LineBreak(_at), new Anchor(_at, "a-0001", "锚"), new Anchor(_at, "a-0001", "锚")),
            Para(new Emphasis(_at, [T("着重")]), new Emphasis(_at, [T("Latin")]), new Strong(_at, [T("加粗")]), new Strike(_at, [T("删去")]), new Underline(_at, [T("下划")]), new Mark(_at, [T("标记")]), new Script(_at, true, [T("上")]), new Script(_at, false, [T("下")])),
            Para(new Code(_at, "a < b && c"), new Keyboard(_at, "Ctrl"), new Math(_at, Formula.Of("a^2 < b^2")), new Ruby(_at, [T("汉")], "hàn"), codeNote),
            new Paragraph(_at, [
                LinkTo(new InternalTarget("ch02.md", "h-0010"), "第二章"),
                LinkTo(new InternalTarget("ch01.md", "a-0001"), "锚点"),
                LinkTo(new InternalTarget("x.md", "no-such-id"), "无此处"),
                LinkTo(new ExternalTarget("https://example.com/路径?q=[1]|2"), "外面"),
                LinkTo(new ExternalTarget("not an address"), "不是地址"),
                LinkTo(new BrokenTarget("x.md", BrokenReason.MissingFile), "断了"),
                new Link(_at, new ExternalTarget("https://example.com/"), "题", [T("有注"), new Note(_at, "note-d", "d", [Para("链接里的注。")])]),
                new Link(_at, new ExternalTarget("https://example.com/"), null, [new Image(_at, "img/图.png", "", null, Square)]),
                new Link(_at, new ExternalTarget("https://example.com/"), null, []),
            ], IsContinued: true),
            Head(3, "h-0003", Number(NumberStyle.HanPause, "一、", 1), "跳了一级"),
            new List(_at, 3, true, [new ListItem(_at, null, [Para("第三"), new List(_at, null, true, [new ListItem(_at, null, [Para("里层")])])]), new ListItem(_at, null, [])]),
            new List(_at, null, false, [new ListItem(_at, true, [Para("做完了"), Para("第二段")]), new ListItem(_at, false, [Para("没做")])]),
            Code("csharp", "// 注释\nvar x = 1;\n", new CodeToken(0, 5, CodeTokenKind.Comment), new CodeToken(6, 3, CodeTokenKind.Keyword), new CodeToken(14, 1, CodeTokenKind.Number)),
            new CodeBlock(_at, "", "Program.cs", "plain", []),
            new Quote(_at, [Head(5, "h-0004", null, "引文中的标题"), Para("引文。")]),
            new Callout(_at, "warning", [T("警告")], [Para("小心。")]),
            Table(),
            new Figure(_at, "f-0001", new Image(_at, "img/图.png", "一个方块", "题名", Square, 120), [T("图 1-1　方块")]),
            new Figure(_at, "f-0002", new Image(_at, "https://example.com/a.png", "远处的图", null, null), []),
            new Figure(_at, "f-0003", new Image(_at, "img/missing.png", "", null, null), []),
            new MathBlock(_at, Formula.Of("\\sum_{i=1}^n i")),
            new Definitions(_at, [new Definition(_at, [[T("词一")], [T("词二")]], [[Para("释义。")], [Para("又一义。")]])]),
            new Break(_at),
        ];
    }

    private static ImmutableArray<Block> SecondChapter() =>
    [
        Para("标题之前的话。"),
        Head(1, "h-0010", Number(NumberStyle.Chapter, "第二章", 2), "承"),
        Head(2, "h-0011", Number(NumberStyle.Decimal, "2.1", 2, 1), "小节"),
        Head(3, "h-0012", null, ""),
        Para("正文。"),
        Head(1, "h-0013", Number(NumberStyle.Appendix, "附录A", 1), "附"),
        Para(LinkTo(new InternalTarget("ch02.md", "h-0011"), "回小节"), LinkTo(new InternalTarget("ch01.md", "c-ch01"), "第一章")),
    ];

    private static CodeBlock Code(string language, string text, params ImmutableArray<CodeToken> tokens) => new(_at, language, null, text, tokens);

    private static Table Table()
    {
        static TableRow Row(params string[] cells) => new(_at, [.. cells.Select(c => new TableCell(_at, c.Length == 0 ? [] : [T(c)]))]);
        return new Table(_at, [ColumnAlignment.Default, ColumnAlignment.Left, ColumnAlignment.Centre, ColumnAlignment.Right], [Row("", "甲", "乙", "丙")], [Row("一", "1", "2", "3"), Row("二", "", "5", "6")]);
    }
}
