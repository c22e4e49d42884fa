using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Typesetting.Flow.SmallBook;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class InlineTests // 6.4
{
    [Fact]
    public void A_reading_stands_over_the_middle_of_its_base_at_half_its_size_and_is_read_after_it()
    {
        var runs = Runs(Page(new Paragraph(At, [T("天"), new Ruby(At, [T("汉字")], "ab"), T("地")]))).Where(r => r.Owner is not null).ToList();
        Assert.Equal(["天", "汉字", "ab", "地"], runs.Select(r => r.Text));
        Assert.Equal([StructureRole.P, StructureRole.RB, StructureRole.RT, StructureRole.P], runs.Select(r => r.Owner!.Role));
        Assert.Equal(Style.Body / 2, runs[2].Size, 6);
        Assert.Equal(runs[1].X + Style.Body, runs[2].X + (0.25 * Style.Body), 6);
        Assert.Equal(2 * Style.Body, runs[3].X - runs[1].X, 6);
    }

    [Fact]
    public void A_reading_longer_than_its_base_spreads_it_and_keeps_a_quarter_em_from_the_next()
    {
        var runs = Runs(Page(new Paragraph(At, [new Ruby(At, [T("装")], "zhuang"), new Ruby(At, [T("床")], "chuang")]))).Where(r => r.Owner is not null).ToList();
        Assert.Equal(["装", "zhuang", "床", "chuang"], runs.Select(r => r.Text));
        var reading = 6 * 0.5 * runs[1].Size;
        Assert.Equal(0.25 * runs[1].Size, runs[3].X - runs[1].X - reading, 0.02);
        Assert.Equal(runs[0].X + runs[0].Glyphs[0].X + (Style.Body / 2), runs[1].X + (reading / 2), 0.02);
    }

    [Fact]
    public void A_line_with_readings_is_no_higher_where_the_white_takes_them() // PG3
    {
        var page = Page(Words("天"), new Paragraph(At, [new Ruby(At, [T("汉")], "かん")]), Words("地"));
        Assert.Equal(2 * Style.Pitch, Run(page, "地").Y - Run(page, "天").Y, 6);
        var note = Page(new Paragraph(At, [T("天"), new Note(At, "n", "n", [Words("玄"), new Paragraph(At, [new Ruby(At, [T("汉")], "かん")])])]));
        Assert.True(Run(note, "汉").Y - Run(note, "玄").Y > Style.SmallLeading * Style.Small);
    }

    [Fact]
    public void A_base_under_one_reading_stays_on_one_line() // BR4
    {
        var fonts = FontBook.Of(TestFace.Create());
        var style = new TextStyle(FontFamily.Serif, 10);
        TextPiece[] pieces = [new(null, "天地玄黄宇宙洪荒日", style, At), new(null, "月盈", style, At) { Reading = new Kanyin.Typesetting.Lines.Reading([], 5, 5) }, new(null, "昃", style, At)];
        var lines = new ParagraphSetter(fonts, new Books.Diagnostics.DiagnosticBag()).Set([.. pieces], new ParagraphStyle(100, 10));
        Assert.Equal("月盈", lines[1].Items.OfType<GlyphRun>().First().Text);
    }

    [Fact]
    public void Dots_stand_under_emphasised_Han_and_not_under_marks_or_Latin()
    {
        Block[] blocks = [new Paragraph(At, [T("天"), new Emphasis(At, [T("着重，abc")])])];
        var dotted = Pages(Of([.. blocks]) with { Design = new Design { House = new HouseStyle { DotsEmphasis = true } } })[^1];
        var dots = dotted.Items.OfType<Kanyin.Typesetting.Pages.Path>().ToList();
        var words = Run(dotted, "着重，");
        Assert.All(dots, d => Assert.Null(d.Owner));
        Assert.Equal([words.X + (0.5 * Style.Body), words.X + (1.5 * Style.Body)], dots.Select(d => d.X));
        Assert.All(dots, d => Assert.InRange(d.Y, words.Y + (0.12 * Style.Body), words.Y + (0.6 * Style.Body)));
        Assert.Empty(Page([.. blocks]).Items.OfType<Kanyin.Typesetting.Pages.Path>());
    }
}
