using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Xunit;
using Math = System.Math;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Whole small books in the test face, in which every Han is one em wide.</summary>
public sealed class TypesetterTests
{
    private static readonly SourceFile File = new("a.md", "");
    private static readonly Place At = Place.Of(File);
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());
    private static readonly BookStyle Style = BookStyle.Named("b5");

    [Fact]
    public void Front_matter_has_roman_numbers_and_the_text_begins_on_recto_1()
    {
        var book = Set(Chapter("c1", Title("第一章", "开始", "h1"), Words("正文。")), Chapter("c2", Title("第二章", "结束", "h2")));
        Assert.Equal(["", "", "i", "ii", "iii", "iv", "1", "2", "3"], book.Pages.Select(p => p.Label));
    }

    [Fact]
    public void A_single_heading_needs_no_contents_pages()
    {
        var book = Set(Chapter("c1", Title(null, "短文", "h1"), Words("正文。")));
        Assert.Equal(["", "", "i", "ii", "1"], book.Pages.Select(p => p.Label));
        Assert.Equal(["h1"], book.Outline.Select(o => o.Id));
    }

    [Fact]
    public void Every_chapter_begins_a_page_and_a_section_in_its_own_file_does_not()
    {
        var book = Set(
            Chapter("c1", Title("第一章", "甲", "h1")),
            Chapter("c2", Title(null, "乙", "h2", 2)) with { Depth = 1 },
            Chapter("c3", Title("第二章", "丙", "h3")));
        Assert.Equal(["1", "1", "3"], new[] { "h1", "h2", "h3" }.Select(id => LabelOf(book, id)));
    }

    [Fact]
    public void The_first_line_of_a_paragraph_is_indented_by_two_em() // PG5
    {
        var page = Set(Chapter("c1", Words("天地玄黄"), new Paragraph(At, [new Text(At, "接着说")], IsContinued: true))).Pages[^1];
        Assert.Equal(Style.Inner + 21, Run(page, "天地玄黄").X, 6);
        Assert.Equal(Style.Inner, Run(page, "接着说").X, 6);
    }

    [Fact]
    public void Lines_stand_on_the_grid() // PG4
    {
        var page = Set(Chapter("c1", Words("天"), new Quote(At, [Words("地")]), Code("x\ny"), Words("玄"), Words("黄"))).Pages[^1];
        Assert.Equal(Style.Top + (0.88 * Style.Body), Run(page, "天").Y, 6);
        var lines = (Run(page, "玄").Y - Run(page, "天").Y) / Style.Pitch;
        Assert.Equal(Math.Round(lines), lines, 6);
        Assert.Equal(Style.Pitch, Run(page, "黄").Y - Run(page, "玄").Y, 6);
    }

    [Fact]
    public void A_chapter_title_takes_six_lines_and_a_section_three_less_one_below_it() // 6.3
    {
        var page = Set(Chapter("c1", Title(null, "章", "h1"), Title(null, "节", "h2", 2), Words("正文"))).Pages[^1];
        Assert.Equal(8 * Style.Pitch, Run(page, "正文").Y - Style.Top - (0.88 * Style.Body), 6);
    }

    [Fact]
    public void Running_heads_name_the_book_on_versos_and_the_chapter_on_rectos()
    {
        var blocks = Enumerable.Range(0, 120).Select(_ => (Block)Words("天地玄黄")).Prepend(Title("第一章", "开始", "h1"));
        var pages = Set(Chapter("c1", [.. blocks])).Pages.Where(p => p.Label is "1" or "2" or "3").ToList();
        Assert.DoesNotContain(Texts(pages[0]), t => t.Contains("书名", StringComparison.Ordinal));
        Assert.Contains(Runs(pages[1]), r => r.Text == "书名" && r.Owner is null);
        Assert.Equal("第一章　开始", string.Concat(Runs(pages[2]).Where(r => r.Owner is null && r.Y < Style.Top).Select(r => r.Text)));
    }

    [Fact]
    public void The_outline_lists_every_heading_below_its_part()
    {
        var book = Set(
            Chapter("c0", Title(null, "前言", "h0")),
            Chapter("c1", Title("第一章", "甲", "h1"), Title("1.1", "乙", "h2", 2)) with { Part = "上篇" });
        Assert.Equal(["1 目录", "1 前言", "1 上篇", "2 第一章 甲", "3 1.1 乙"], book.Outline.Select(o => $"{o.Level} {o.Text}"));
        var marks = book.Pages.SelectMany(p => p.Items).OfType<DestinationMark>().Select(m => m.Id).ToHashSet();
        Assert.All(book.Outline, o => Assert.Contains(o.Id, marks));
    }

    [Fact]
    public void The_contents_give_the_page_of_every_heading_and_lead_there()
    {
        var book = Set(Chapter("c1", Title("第一章", "甲", "h1")), Chapter("c2", Title("第二章", "乙", "h2")));
        var contents = book.Pages.Single(p => p.Label == "iii");
        Assert.Equal(["1", "3"], Runs(contents).Where(r => r.Owner?.Role == StructureRole.Link && char.IsAsciiDigit(r.Text[0])).Select(r => r.Text));
        Assert.Contains(contents.Items.OfType<LinkArea>(), l => l.Target is InternalTarget { Id: "h2" });
        Assert.Contains(Runs(contents), r => r.Text.StartsWith("..", StringComparison.Ordinal) && r.Owner is null);
    }

    [Fact]
    public void Notes_are_numbered_by_page_and_stand_at_its_foot()
    {
        var blocks = Enumerable.Range(0, 40).Select(i => (Block)new Paragraph(At, [new Text(At, "天地"), .. i % 20 == 0 ? [NoteOf("n" + i, "注释" + i)] : Array.Empty<Inline>()]));
        var pages = Set(Chapter("c1", [.. blocks])).Pages.Where(p => p.Label is "1" or "2").ToList();
        Assert.Equal(["①", "②", "①", "②"], Runs(pages[0]).Where(r => r.Text is "①" or "②" or "③").Select(r => r.Text));
        Assert.Equal(0, Runs(pages[1]).Count(r => r.Text == "③"));
        var last = Runs(pages[0]).Where(r => r.Y < Style.Top + Style.TextHeight + 1).Max(r => r.Y);
        Assert.Equal(Style.Top + Style.TextHeight - (0.12 * Style.Small), last, 6);
    }

    [Fact]
    public void A_note_called_beside_a_repeated_one_has_its_own_tag()
    {
        var known = new Note(At, "n1", "a", [Words("旧注")]);
        var other = new Note(At, "n2", "b", [Words("新注")]);
        var book = Set(Chapter("c1", new Paragraph(At, [new Text(At, "天"), known]), new Paragraph(At, [new Text(At, "地"), known, other])));
        Assert.NotNull(Run(book.Pages[^1], "新注").Owner);
        Assert.DoesNotContain(Elements(book.Structure).Where(e => e.Role == StructureRole.Note).SelectMany(n => n.Children).SelectMany(Elements), e => e.Role == StructureRole.Note);

        static IEnumerable<StructureElement> Elements(StructureElement element) => element.Children.SelectMany(Elements).Prepend(element);
    }

    [Fact]
    public void Code_gives_back_every_character_of_the_author()
    {
        const string text = "if (天 == '地')\n{\n\treturn “玄黄”; // 一条很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的注释\n}";
        var page = Set(Chapter("c1", Code(text))).Pages[^1];
        var drawn = string.Concat(Runs(page).Where(r => r.Owner?.Role == StructureRole.Code).Select(r => r.Text));
        Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal), drawn);
        Assert.Single(page.Items.OfType<Kanyin.Typesetting.Pages.Path>());
    }

    [Fact]
    public void The_title_of_code_stands_above_it()
    {
        var page = Set(Chapter("c1", Code("x") with { Title = "main.zig" })).Pages[^1];
        Assert.True(Run(page, "main.zig").Y < Run(page, "x").Y);
    }

    [Fact]
    public void The_contents_list_as_many_levels_as_the_author_asks_for()
    {
        var book = Of(Chapter("c1", Title("第一章", "甲", "h1"), Title("1.1", "乙", "h2", 2)));
        var levels = new int?[] { null, 1, 2 }.Select(depth => Typesetter.Set(book with { ContentsDepth = depth }, Fonts, new DiagnosticBag()).Structure);
        Assert.Equal([2, 1, 2], levels.Select(s => s.Children.SelectMany(c => c.Children).Where(c => c.Role == StructureRole.TOC).Sum(t => t.Children.Count)));
    }

    [Fact]
    public void A_character_that_no_face_has_is_drawn_as_a_geta_and_reported_once()
    {
        var findings = new DiagnosticBag();
        var book = Typesetter.Set(Of(Chapter("c1", Code("x = \U0001F600\U0001F600"))), Fonts, findings);
        Assert.Single(findings.Sorted, d => d.Kind.Id == "FONT001");
        Assert.Contains(Runs(book.Pages[^1]), r => r.Text.Contains("\U0001F600", StringComparison.Ordinal) && r.Glyphs.Any(g => g.Id == '〓'));
    }

    [Fact]
    public void A_table_has_three_rules_and_its_cells_are_tagged()
    {
        TableRow Row(string a, string b) => new(At, [new TableCell(At, [new Text(At, a)]), new TableCell(At, [new Text(At, b)])]);
        var table = new Table(At, [ColumnAlignment.Left, ColumnAlignment.Right], [Row("甲", "乙")], [Row("天地", "1"), Row("玄", "23")]);
        var page = Set(Chapter("c1", table)).Pages[^1];
        Assert.Equal([1.5, 0.75, 1.5], page.Items.OfType<Rule>().Select(r => r.Height));
        Assert.Equal([StructureRole.TH, StructureRole.TH, StructureRole.TD, StructureRole.TD, StructureRole.TD, StructureRole.TD], Runs(page).Select(r => r.Owner?.Role).OfType<StructureRole>());
        var (one, other) = (Runs(page).Single(r => r.Text == "1" && r.Owner is not null), Run(page, "23"));
        Assert.Equal(one.X + (0.5 * one.Size), other.X + other.Size, 6);
    }

    [Fact]
    public void Short_cells_stay_whole_and_the_table_takes_smaller_type() // 6.4
    {
        TableRow Row(string words) => new(At, [.. Enumerable.Range(0, 7).Select(i => new TableCell(At, [new Text(At, words)]))]);
        var columns = Enumerable.Repeat(ColumnAlignment.Left, 7).ToArray();
        var page = Set(Chapter("c1", new Table(At, [.. columns], [Row("语言的特性")], [Row("有"), Row("没有")]))).Pages[^1];
        Assert.Equal(7, Runs(page).Count(r => r.Text == "语言的特性" && r.Size.Equals(Style.Smallest)));
    }

    [Fact]
    public void A_small_table_is_cut_rather_than_leave_six_lines_empty()
    {
        TableRow Row(string words) => new(At, [new TableCell(At, [new Text(At, words)])]);
        Block[] before = [.. Enumerable.Repeat(Words("天"), Style.Lines - 6)];
        var table = new Table(At, [ColumnAlignment.Left], [Row("头")], [Row("一"), Row("二"), Row("三"), Row("四"), Row("五"), Row("六")]);
        var pages = Set(Chapter("c1", [.. before, table])).Pages;
        Assert.Contains(Runs(pages[^2]), r => r.Text == "二");
        Assert.Equal("头", Texts(pages[^1]).First(t => t is "头" or "五"));
    }

    [Fact]
    public void The_rule_beside_a_callout_ends_with_its_words()
    {
        var page = Set(Chapter("c1", new Callout(At, "note", [new Text(At, "说明")], [Words("天"), Code("x")]), Words("地"))).Pages[^1];
        var (tint, rule) = (page.Items.OfType<Rule>().MaxBy(r => r.Width), page.Items.OfType<Rule>().MinBy(r => r.Width));
        Assert.NotNull(tint);
        Assert.NotNull(rule);
        Assert.InRange(rule.Y + rule.Height, tint.Y + tint.Height - Style.Body, tint.Y + tint.Height);
    }

    [Fact]
    public void A_label_in_bold_does_not_end_a_page()
    {
        Block[] before = [.. Enumerable.Repeat(Words("天"), Style.Lines - 1)];
        var label = new Paragraph(At, [new Strong(At, [new Text(At, "标签")])]);
        var pages = Set(Chapter("c1", [.. before, label, Code("x")])).Pages;
        Assert.Contains(Runs(pages[^1]), r => r.Text == "标签");
    }

    [Fact]
    public void A_chapter_does_not_end_a_page_of_the_contents_without_its_first_section()
    {
        var chapters = Enumerable.Range(1, 18).Select(i => Chapter("c" + i, Title(null, "章" + i, "h" + i), Title(null, "节" + i, "s" + i, 2)));
        var contents = Set([Chapter("c0", Title(null, "序", "h0")), .. chapters]).Pages.Where(p => p.Label is "iii" or "iv").ToList();
        Assert.Equal("节15", Texts(contents[0]).Last(t => t.StartsWith('章') || t.StartsWith('节')));
    }

    [Fact]
    public void A_picture_that_cannot_be_drawn_is_a_frame_with_its_words()
    {
        var findings = new DiagnosticBag();
        var image = new Image(At, "a.svg", "流程图", null, Svg("<svg><broken></svg>"));
        var page = Typesetter.Set(Of(Chapter("c1", new Figure(At, "f1", image, [new Text(At, "图题")]))), Fonts, findings).Pages[^1];
        Assert.Equal("PAGE002", Assert.Single(findings.Sorted).Kind.Id);
        Assert.Contains(Runs(page), r => r.Text == "流程图" && r.Owner is { Role: StructureRole.Figure, Alt: "流程图" });
        Assert.Contains(Runs(page), r => r.Text == "图题" && r.Owner?.Role == StructureRole.Caption);
    }

    [Fact]
    public void An_svg_picture_is_drawn_at_its_size_and_what_it_lacks_is_said_once()
    {
        var findings = new DiagnosticBag();
        var image = new Image(At, "a.svg", "流程图", null, Svg("<svg viewBox='0 0 80 40'>\n<rect width='80' height='40'/><blink/></svg>"));
        var page = Typesetter.Set(Of(Chapter("c1", new Figure(At, "f1", image, []), new Figure(At, "f2", image with { Width = 40 }, []))), Fonts, findings).Pages[^1];
        var groups = page.Items.OfType<Group>().ToList();
        Assert.Equal([(60.0, 30.0), (30.0, 15.0)], groups.Select(g => (g.Width, g.Height)));
        Assert.All(groups, g => Assert.Equal("流程图", g.Owner?.Alt));
        Assert.Equal("a.svg:2:31: warning PAGE001: <blink> is left out.", Assert.Single(findings.Sorted).ToString());
    }

    [Fact]
    public void Pictures_keep_their_shape_and_stay_inside_the_column()
    {
        var image = new Image(At, "a.png", "", null, new Picture("a.png", "", PictureFormat.Png, 4000, 1000, 0));
        var box = Set(Chapter("c1", new Figure(At, "f1", image, []))).Pages[^1].Items.OfType<ImageBox>().Single();
        Assert.Equal((Style.Measure, Style.Measure / 4), (box.Width, box.Height));
        var small = Set(Chapter("c1", new Figure(At, "f1", image with { Width = 100 }, []))).Pages[^1].Items.OfType<ImageBox>().Single();
        Assert.Equal((75.0, 18.75), (small.Width, small.Height));
    }

    [Fact]
    public void A_photograph_taken_upright_is_shown_upright() // Exif 2.3 4.6.4: the camera lay on its side
    {
        var image = new Image(At, "a.jpg", "", null, new Picture("a.jpg", "", PictureFormat.Jpeg, 200, 100, 0, Orientation: 6));
        var box = Set(Chapter("c1", new Figure(At, "f1", image, []))).Pages[^1].Items.OfType<ImageBox>().Single();
        Assert.Equal((75.0, 150.0), (box.Width, box.Height));
    }

    [Fact]
    public void A_cover_may_be_an_svg_picture()
    {
        var book = Of(Chapter("c1")) with { Cover = Svg("<svg viewBox='0 0 70 100'><rect width='70' height='100'/></svg>") };
        var cover = Assert.IsType<Group>(Assert.Single(Typesetter.Set(book, Fonts, new DiagnosticBag()).Pages[0].Items, i => i is Group));
        Assert.Equal(Style.Width, cover.Width, 6);
    }

    [Fact]
    public void A_broken_link_is_plain_words()
    {
        var page = Set(Chapter("c1", new Paragraph(At, [new Link(At, new BrokenTarget("x", BrokenReason.MissingFile), null, [new Text(At, "死链")])]))).Pages[^1];
        Assert.Empty(page.Items.OfType<LinkArea>());
        Assert.Equal(StructureRole.P, Run(page, "死链").Owner?.Role);
    }

    [Fact]
    public void An_empty_chapter_and_an_empty_book_have_pages()
    {
        Assert.Equal("1", LabelOf(Set(Chapter("c1")), "c1"));
        Assert.NotEmpty(Set().Pages);
    }

    [Fact]
    public void The_same_book_gives_the_same_pages()
    {
        Chapter[] chapters = [.. Enumerable.Range(1, 12).Select(i => Chapter("c" + i, Title(null, "标题" + i, "h" + i), Words(new string('文', 50 * i)), new Paragraph(At, [NoteOf("n" + i, "注")])))];
        Assert.Equal(PageDump.Of(Set(chapters)), PageDump.Of(Set(chapters)));
    }

    private static Chapter Chapter(string id, params Block[] blocks) => new(new SourceFile(id + ".md", ""), id, "题", 0, null, [.. blocks]);

    private static Book Of(params Chapter[] chapters) => new(new BookMetadata("书名", null, [], "zh-CN", null, null, null, "id", null), "b5", null, [.. chapters]);

    private static TypesetBook Set(params Chapter[] chapters) => Typesetter.Set(Of(chapters), Fonts, new DiagnosticBag());

    private static Heading Title(string? number, string words, string id, int level = 1)
    {
        var typed = number is null ? null : new SectionNumber(number[0] == '第' ? NumberStyle.Chapter : NumberStyle.Decimal, [1], number, false);
        return new Heading(At, level, id, id, typed, typed, [new Text(At, words)]);
    }

    private static Picture Svg(string text) => new("a.svg", "", PictureFormat.Svg, 100, 50, text.Length) { Content = System.Text.Encoding.UTF8.GetBytes(text) };

    private static Paragraph Words(string text) => new(At, [new Text(At, text)]);

    private static CodeBlock Code(string text) => new(At, "", null, text, []);

    private static Note NoteOf(string id, string text) => new(At, id, id, [Words(text)]);

    private static IEnumerable<GlyphRun> Runs(Page page) => page.Items.OfType<GlyphRun>();

    private static IEnumerable<string> Texts(Page page) => Runs(page).Select(r => r.Text);

    private static GlyphRun Run(Page page, string text) => Runs(page).First(r => r.Text.StartsWith(text, StringComparison.Ordinal));

    private static string LabelOf(TypesetBook book, string id) => book.Pages.First(p => p.Items.OfType<DestinationMark>().Any(m => m.Id == id)).Label;
}
