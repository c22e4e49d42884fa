using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Typesetting.Flow.SmallBook;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class ChapterNotesTests // 6.4
{
    [Fact]
    public void Notes_of_a_chapter_stand_at_its_end_in_the_order_of_their_calls()
    {
        var page = Pages(Gathering(new Paragraph(At, [T("天"), NoteOf("n1"), T("地"), NoteOf("n2"), T("玄"), NoteOf("n1")]), Words("黄")))[^1];
        var words = Runs(page).Where(r => r.Owner is not null).Select(r => r.Text).ToList();
        Assert.Equal(["天", "①", "地", "②", "玄", "①", "黄", "注释", "①", "注n1", "②", "注n2"], words);
        Assert.True(Run(page, "注n1").Y - Run(page, "黄").Y > 3 * Style.Pitch);
        Assert.Equal(["n1-call", "n2-call"], page.AllItems.OfType<LinkArea>().Select(l => ((InternalTarget)l.Target).Id).Where(id => id.EndsWith("-call", StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_go_on_beyond_fifty_in_brackets()
    {
        var calls = Enumerable.Range(1, 52).Select(i => (Block)new Paragraph(At, [T("天"), NoteOf("n" + i)]));
        var texts = Pages(Gathering([.. calls])).SelectMany(Runs).Select(r => r.Text).ToList();
        Assert.Equal(2, texts.Count(t => t == "㊿"));
        Assert.Equal(2, texts.Count(t => t == "[52]"));
        Assert.DoesNotContain("[50]", texts);
    }

    [Fact]
    public void A_call_leads_to_its_note_and_the_note_back()
    {
        var page = Pages(Gathering(new Paragraph(At, [T("天"), NoteOf("n1")])))[^1];
        Assert.Equal(["n1", "n1-call"], page.AllItems.OfType<LinkArea>().Select(l => ((InternalTarget)l.Target).Id));
        Assert.Contains(page.AllItems.OfType<DestinationMark>(), m => m.Id == "n1-call" && m.Y < Run(page, "天").Y);
        Assert.Contains(page.AllItems.OfType<DestinationMark>(), m => m.Id == "n1" && m.Y > Run(page, "天").Y);
    }

    [Fact]
    public void The_lines_of_a_note_stand_below_each_other_right_of_its_number()
    {
        var note = new Note(At, "n", "n", [Words(new string('注', 60)), Words("后")]);
        var page = Pages(Gathering(new Paragraph(At, [T("天"), note])))[^1];
        var lines = Runs(page).Where(r => r.Text[0] is '注' or '后' && r.Text != "注释").ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, l => Assert.Equal(Style.Inner + Style.Small, l.X, 6));
    }

    private static Book Gathering(params Block[] blocks) => Of([.. blocks]) with { Design = new Design { House = new HouseStyle { GathersNotes = true } } };

    private static Note NoteOf(string id) => new(At, id, id, [Words("注" + id)]);
}
