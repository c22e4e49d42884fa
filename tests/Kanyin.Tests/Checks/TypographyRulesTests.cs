using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>typography.md section 8, by the ids there: which characters offend, what to write, and what is mended without asking.</summary>
public sealed class TypographyRulesTests
{
    [Theory]
    [InlineData("好!走？吧;来:去.", "TYPO001 ! Write ！", "TYPO001 ; Write ；", "TYPO001 : Write ：", "TYPO001 . Write 。")] // PU01
    [InlineData("好?!走", "TYPO001 ?! Write ？！")]
    [InlineData("好?,走")]
    [InlineData("好![图] 说good! 好?a a?好 a!好")]
    [InlineData("好:(走")]
    [InlineData("好:/x 好:) 好:-D 好:smile:")]
    [InlineData("a:好", "TYPO001 : Write ：")]
    [InlineData("好._x 好.=y 好.z 好.`w` x_,好", "TYPO001 , Write ，")]
    [InlineData("一. 好")]
    [InlineData("好 ,走 好 ,a", "TYPO001 , Write ，")] // with a space before it, only between Han
    [InlineData("f(a, 好)")] // PU02
    [InlineData("甲乙丙丁f(好) x_(a, 好) `f`(a, 好) a.(a, 好)", "TYPO002 (好) Write （好）")]
    [InlineData("说(a, 好)了", "TYPO002 (a, 好) Write （a, 好）")]
    [InlineData("说(a=好)了(`a`好)", "TYPO002 (`a`好) Write （…）")]
    [InlineData("他说\"好吧", "TYPO003 \" Write “ and ”")] // PU03
    [InlineData("\"好吧", "TYPO003 \" Write “ and ”")]
    [InlineData("好 a\" b")]
    [InlineData("屏幕5\"，他说\"好\"吧", "TYPO003 \"好\" Write “…”")] // inches are no mark
    [InlineData("看\"a\"，好", "TYPO003 \"a\" Write “…”")]
    [InlineData("好好，\"a\" b", "TYPO003 \"a\" Write “…”")]
    [InlineData("好 \"a\" b")]
    [InlineData("??? \"标题\" 好")]
    [InlineData("他说“好\"吧", "TYPO004 \" Write ”")] // PU04
    [InlineData("他说\"好”吧", "TYPO004 \" Write “")]
    [InlineData("“甲”和“乙\"吧", "TYPO004 \" Write ”")]
    [InlineData("他说“甲“乙”丙”。", "TYPO005 “乙” Write ‘…’ inside “…”")] // PU05
    [InlineData("看《甲《乙》丙》吧", "TYPO005 《乙》 Write 〈…〉 inside 《…》")]
    [InlineData("他说“甲《乙》（丙）‘丁’”。")]
    [InlineData("好（吧。", "TYPO006 （ ")] // PU06
    [InlineData("（好)吧", "TYPO006 ) Write ）")]
    [InlineData("(好）吧", "TYPO006 ( Write （")]
    [InlineData("（甲)乙）吧", "TYPO006 ) Write ）", "TYPO006 ） ")] // the pair is closed
    [InlineData("“（甲”乙）吧", "TYPO006 （ ", "TYPO006 ） ")]
    [InlineData("他说“甲", "TYPO006 “ ")]
    [InlineData("“甲")] // a long quotation goes on
    [InlineData("他说甲”吧", "TYPO006 ” ")]
    [InlineData("don’t好’吧‘甲(乙")] // apostrophes and half-width brackets need no partner
    [InlineData("好，，走，。吧、、、来。。去。", "TYPO007 ，， Write ，", "TYPO007 ，。 Keep one of them.", "TYPO007 、、、 Write 、", "TYPO007 。。 Write 。")] // PU07
    [InlineData("好！！！走！！！！吧", "TYPO008 ！！！！ Keep three, or one.")] // PU08
    [InlineData("好...走", "TYPO009 ... Write ……")] // PU09
    [InlineData("好。。。走．．吧…来。", "TYPO009 。。。 Write ……", "TYPO009 ．． Write ……", "TYPO009 … Write ……")]
    [InlineData("好，...走", "TYPO009 ... Write ……")]
    [InlineData("a...好 好...a 好.../x 好...`x` 1，...，9 1,...,9")]
    [InlineData("(...好)", "TYPO002 (...好) Write （...好）", "TYPO009 ... Write ……")]
    [InlineData("甲……。乙等……丙……等。", "TYPO010 ……。 Keep one of the two.", "TYPO010 等…… Keep one of the two.", "TYPO010 ……等 Keep one of the two.")] // PU10
    [InlineData("天地--玄黄", "TYPO011 -- Write ——")] // PU11
    [InlineData("天地玄黄宇宙洪—荒日月盈昃辰宿", "TYPO011 — Write ——")]
    [InlineData("地玄黄宇宙洪—荒日月盈昃辰宿")] // six before: a name
    [InlineData("天地玄黄宇宙洪—荒日月盈昃辰")] // six after
    [InlineData("要3-5天，3~5 天，2019-2021年，图 3-5步", "TYPO012 3-5 Write 3～5", "TYPO012 3~5 Write 3～5")] // PU12
    [InlineData("甲•乙・丙‧丁∙戊⋅己·庚", "TYPO013 • Write ·", "TYPO013 ・ Write ·", "TYPO013 ‧ Write ·", "TYPO013 ∙ Write ·", "TYPO013 ⋅ Write ·")] // PU13
    [InlineData("在12：30，比3：4，题 3：20", "TYPO014 ： Write :", "TYPO014 ： Write :")] // PU14
    [InlineData("读《甲》、《乙》和“丙”、“丁”", "TYPO015 、 Leave it out.", "TYPO015 、 Leave it out.")] // PU15
    [InlineData("他说：“甲，乙”。", "TYPO016 ”。 Write 。”")] // PU16
    [InlineData("看“甲。”。", "TYPO016 。”。 ")]
    [InlineData("甲。乙", "TYPO017 乙 End it with 。")] // PU17
    [InlineData("甲。乙\n\n- 丙")]
    [InlineData("- 甲。乙")]
    [InlineData("甲。[乙](https://a.cn)")]
    [InlineData("| 甲。 | 乙，丙。 |\n| - | - |\n| 丁。 | 戊 |", "TYPO018 。 Remove it.")] // PU18
    [InlineData("好５０ＡｚＺ吧", "TYPO020 ５０ＡｚＺ Write 50AzZ")] // WD01
    [InlineData("天地玄黄 宇宙洪荒。日月", "TYPO023   Remove it.", "TYPO017 月 End it with 。")] // SP02
    [InlineData("地玄黄 宇宙洪荒。")]
    [InlineData("天地玄黄 宇宙洪。")]
    [InlineData("天地玄黄 宇宙洪荒")] // a row, or a title
    [InlineData("天地玄黄 宇宙洪荒 日月盈昃。")]
    [InlineData("天地玄黄 宇宙洪荒。日月盈昃 辰宿列张。", "TYPO023   Remove it.", "TYPO023   Remove it.")]
    [InlineData("天地玄黄  宇宙洪荒。", "TYPO023    Keep one, or none.")]
    [InlineData("好好 a  b", "TYPO023    Keep one, or none.")]
    [InlineData("甲 ，乙， 丙", "TYPO024   Remove it.", "TYPO024   Remove it.")] // SP03
    [InlineData("甲 （乙） 丙", "TYPO024   Remove it.", "TYPO024   Remove it.")]
    [InlineData("甲 “乙” 丙", "TYPO024   Remove it.", "TYPO024   Remove it.")]
    [InlineData("甲 —— 乙", "TYPO024   Remove it.", "TYPO024   Remove it.")]
    [InlineData("甲…… 乙", "TYPO024   Remove it.")]
    [InlineData("好 a “b” c —— d")] // between Latin it is theirs
    [InlineData("甲， **乙**， ~~丙~~， $x$， _丁_")] // it makes marks of them
    [InlineData("好https://a.cn ，乙")] // it ends an address
    [InlineData("好`a` ，乙", "TYPO024   Remove it.")]
    [InlineData("1、 甲")]
    [InlineData("（一） 甲")]
    [InlineData("第三章： 甲")]
    [InlineData("—— 甲")]
    [InlineData("重5kg，长3.5 mm，占5 %，8GB", "TYPO025 5kg Write 5 kg", "TYPO025   Remove it.", "TYPO025 8GB Write 8 GB")] // SP04
    [InlineData("（ 甲）（乙 ）“ 丙”“丁 ”", "TYPO028   Remove it.", "TYPO028   Remove it.", "TYPO028   Remove it.", "TYPO028   Remove it.")] // SP07
    [InlineData("好“ a b ”")]
    [InlineData("好⼀⿕\uF900\uFAD9吧", "TYPO029 ⼀ Write 一", "TYPO029 ⿕ Write 龠", "TYPO029 \uF900 Write 豈", "TYPO029 \uFAD9 Write 龎")] // CH01
    [InlineData("甲乙丙丁戊己用github和Javascript，看 github.com、/github、@github、github/x、github:x", "TERM001 github Write GitHub", "TERM001 Javascript Write JavaScript")]
    public void A_finding_marks_what_offends_and_says_what_to_write(string text, params string[] expected) =>
        Assert.Equal(expected, Check(text).Select(d => $"{d.Kind.Id} {d.At.Text} {d.Hint}"));

    [Theory]
    [InlineData("好, 走,吧", "好，走，吧")] // PU01: with the white after it
    [InlineData("好,  走", "好，走")]
    [InlineData("好, foo", "好，foo")]
    [InlineData("好, **走**", "好， **走**")] // which may make the bold
    [InlineData("好,  \n走", "好，  \n走")]
    [InlineData("## 好, 走", "## 好， 走")] // and belongs to an anchor
    [InlineData("好,，走", "好，，走")]
    [InlineData("好，，走", "好，走")] // PU07
    [InlineData("好...走", "好……走")] // PU09
    [InlineData("甲•乙", "甲·乙")] // PU13
    [InlineData("在12：30", "在12:30")] // PU14
    [InlineData("好５０吧", "好50吧")] // WD01
    [InlineData("好ｱﾞﾊﾟ吧好好好", "好ア゛パ吧好好好")] // WD02
    [InlineData("甲 ，乙（ 丙 ）", "甲，乙（丙）")] // SP03, SP07
    [InlineData("重5kg，占5  %", "重5 kg，占5%")] // SP04
    [InlineData("　　甲\n　乙", "甲\n乙")] // SP05
    [InlineData("> 　甲", "> 甲")]
    [InlineData("- 　甲", "- 甲")]
    [InlineData("好⼀吧", "好一吧")] // CH01
    [InlineData("## 甲。", "## 甲")] // PU18
    [InlineData("## 甲&#12290;", "## 甲&#12290;")]
    public void What_is_certain_is_mended_without_asking(string text, string expected) => Assert.Equal(expected, Mended(text, ""));

    [Theory]
    [InlineData("space", "用Go写abc好1", "用 Go 写 abc 好 1", 5)] // SP01
    [InlineData("space", "用 Go 写，A：好", "用 Go 写，A：好", 0)]
    [InlineData("space", "用**Go**写", "用**Go**写", 2)] // on which side of the asterisks, only the author knows
    [InlineData("space", "## 用Go写\n\n用", "## 用Go写\n\n用", 0)]
    [InlineData("space", "用é好", "用é好", 0)]
    [InlineData("none", "用 Go 写 1 好", "用Go写1好", 4)]
    [InlineData("none", "用Go写，好 好 a b", "用Go写，好 好a b", 1)]
    [InlineData("none", "用 **Go** 写", "用 **Go** 写", 2)]
    [InlineData("none", "好 ", "好 ", 0)]
    public void Han_and_Latin_are_parted_as_the_book_asks(string spacing, string text, string expected, int findings)
    {
        Assert.Equal(expected, Mended(text, $"spacing: {spacing}\n"));
        Assert.Equal(findings, Check(text, $"spacing: {spacing}\n").Count(d => d.Kind.Id == "TYPO022"));
    }

    [Theory]
    [InlineData("他說好，萬一", "說 说", "萬 万")] // CH02
    [InlineData("亂龜", "亂 乱", "龜 龟")]
    [InlineData("他说好")]
    public void Traditional_characters_are_told_where_the_book_is_simplified(string text, params string[] expected)
    {
        Assert.Equal(expected, Check(text, "simplified: true\n").Select(d => $"{d.At.Text} {d.Hint!["Write ".Length..]}"));
        Assert.Empty(Check(text));
    }

    [Theory]
    [InlineData("元", "词元", "元是词元，元", "3:1 3:6")] // inside the right word it is right
    [InlineData("元", "元素", "元素和元", "3:4")]
    [InlineData("go", "Go", "用go和ago，gone，go2", "3:2")] // a Latin word is whole
    [InlineData("go", "Go", "go", "3:1")]
    [InlineData("元go", "词", "元go元gob", "3:1")]
    [InlineData("好", "行", "好好", "3:1 3:2")]
    public void The_glossary_is_kept(string wrong, string right, string text, string expected)
    {
        using var book = new TempBook().Add("terms.yml", $"{right}: [{wrong}]\n").Add("book.yml", "").Add("a.md", $"# 书\n\n{text}\n");
        var bag = new DiagnosticBag();
        Checker.Check(book.Read(), bag);
        Assert.Equal(expected, string.Join(' ', bag.Sorted.Where(d => d.Kind.Id == "TERM002").Select(d => $"{d.At.Line}:{d.At.Column}")));
    }

    private static string Mended(string text, string settings)
    {
        var file = $"# 书\n\n{text}\n";
        foreach (var edit in Check(text, settings).SelectMany(d => d.Fix).OrderByDescending(e => e.At.Start))
        {
            file = file.Remove(edit.At.Start, edit.At.Length).Insert(edit.At.Start, edit.Text);
        }

        return file["# 书\n\n".Length..^1];
    }

    private static List<Diagnostic> Check(string text, string settings = "")
    {
        using var book = new TempBook().Add("book.yml", settings).Add("a.md", $"# 书\n\n{text}\n");
        var bag = new DiagnosticBag();
        Checker.Check(book.Read(), bag);
        return [.. bag.Sorted.Where(d => d.Kind.Id.StartsWith("TYPO", StringComparison.Ordinal) || d.Kind.Id is "TERM001" or "HEAD005")];
    }
}
