using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;
using Kanyin.Tests.Model;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>typography.md NU6. Files are parted by |, headings by /.</summary>
public sealed class NumberRulesTests
{
    // typography.md N2
    [Fact]
    public void Mixed_styles_a_gap_and_a_wrong_parent_are_three_findings() =>
        Assert.Equal(["NUM001:2", "NUM007:2", "NUM005:3"], Find("第1章/第三章/-1.2"));

    [Theory]
    [InlineData("第一章 甲/第三章 乙/第四章 丙", "NUM001:2")]
    [InlineData("第一章 甲/第五章 乙/第三章 丙/第四章 丁", "NUM001:2")]
    [InlineData("第一章 甲/第三章 乙/第二章 丙/第四章 丁", "NUM003:3")]
    [InlineData("第一章 甲/第二章 乙/第二章 丙/第三章 丁", "NUM002:3")]
    [InlineData("第一章 甲/第二章 乙/第二章 丙/第四章 丁", "NUM002:3")]
    [InlineData("第一章 甲/第二章 乙/第一章 丙/第二章 丁/第三章 戊", "NUM002:3")]
    [InlineData("第二章 甲/第三章 乙", "NUM004:1")]
    [InlineData("第1章 甲/-1.2 乙/-1.3 丙", "NUM004:2")]
    [InlineData("第1章 甲/-1.1 乙/第2章 丙/-1.1 丁/-1.2 戊", "NUM005:4")]
    [InlineData("1. 甲/-1.1 乙/--1.1.1 丙/-1.2 丁/--1.1.2 戊/--1.1.3 己", "NUM005:5")]
    [InlineData("第1章 甲/-1.1.1 乙/-1.1.2 丙", "NUM006:2")]
    [InlineData("1. 甲/二、乙/3. 丙", "NUM007:2")]
    [InlineData("第1章 甲/第二章 乙/第三章 丙", "NUM007:1")]
    [InlineData("附录A 甲/附录二 乙", "NUM007:2")]
    [InlineData("第一〇一章 甲", "NUM008:1")]
    [InlineData("甲/-（一）乙/-（二）丙/-（四）丁", "NUM001:4")]
    [InlineData("1. 甲/2、乙/3. 丙", "NUM009:2")]
    [InlineData("一. 甲/二、乙", "NUM009:1")]
    [InlineData("第1章 甲/-1.1. 乙/-1.2 丙", "NUM009:2")]
    [InlineData("第4章 甲/-4.1 乙/第5章 丙/-5.1 丁/第7章 戊/-6.1 己", "NUM004:1", "NUM001:5")]
    [InlineData("甲/-步骤 1：乙/-步骤 3：丙", "NUM001:3")]
    [InlineData("1. 甲/2. 乙/4. 丙/5. 丁|1. 戊/3. 己", "NUM001:3", "NUM001:2")]
    [InlineData("附录C 甲/-C.1 乙/-C.3 丙/-C.4 丁", "NUM001:3")]
    [InlineData("附录A 甲/-A.1 乙/附录B 丙/-A.1 丁/-A.2 戊", "NUM005:4")]
    [InlineData("附录A 甲/-A.1 乙/-A.2. 丙", "NUM009:3")]
    [InlineData("附录A 甲/-A.1 乙/--A.1.2 丙/--A.1.3 丁", "NUM004:3")]
    public void One_defect_is_one_finding(string outline, params string[] expected) => Assert.Equal(expected, Find(outline));

    [Theory]
    [InlineData("第一章 甲/-第一节 乙/-第二节 丙/第二章 丁/-第一节 戊")]
    [InlineData("第一部分 甲/-第一章 乙/-第二章 丙/第二部分 丁/-第三章 戊")]
    [InlineData("第0章 甲/第1章 乙/-1.0 丙/-1.1 丁")]
    [InlineData("第3章 甲/-3.1 乙/-3.2 丙")]
    [InlineData("甲/-1. 乙/-2. 丙/-小结/-1. 丁/-2. 戊")]
    [InlineData("甲/-1. 乙/-2. 丙/丁/-3. 戊")]
    [InlineData("甲/-3. 乙/丙/-2. 丁")]
    [InlineData("甲/-步骤 1：乙/-步骤 2：丙/-步骤 1：丁/-步骤 2：戊")]
    [InlineData("第1天 甲/第3天 乙/第8天 丙")]
    [InlineData("第1章 甲/-步骤 2/--1.1 乙")]
    [InlineData("1.1 甲/1.2 乙|2.1 丙/2.2 丁")]
    [InlineData("1. 甲/2. 乙|1. 丙/2. 丁")]
    [InlineData("第21章 甲/-21.1 乙/附录/-附录一：丙/-附录二：丁")]
    [InlineData("第1章 甲/-1.1 乙/--1.1.1 丙/---1. 丁/---2. 戊/-1.2 己/--1.2.1 庚/---1. 辛/--1.2.2 壬")]
    [InlineData("1. 甲/1.1 乙/1.1.1 丙/1.1.2 丁/1.2 戊/2. 己")]
    [InlineData("第3章 甲/-3.1 乙/--3.1.1 丙/--3.1.1.1 丁/---3.1.1.2 戊/--3.1.2 己")]
    [InlineData("题目/-20. 有效的括号/-21. 合并两个有序链表")]
    [InlineData("历史/-3.6 甲/-3.8 乙")]
    [InlineData("2.0 甲/1.9 乙/1.8 丙")]
    [InlineData("附录A 甲/-A.1 乙/--A.1.1 丙/-A.2 丁/附录B 戊/-B.1 己")]
    [InlineData("附录一 甲/-1.1 乙/-1.2 丙")]
    [InlineData("部件/-V.1 接口/-X.25 协议")]
    public void Sound_numbering_is_left_alone(string outline) => Assert.Empty(Find(outline));

    [Theory]
    [InlineData("第一章 甲/第三章 乙/第四章 丙", "第三章 follows 第一章: 第二章 is missing.", "Number it 第二章, or add what is missing.")]
    [InlineData("第1章 甲/第5章 乙/第6章 丙", "第5章 follows 第1章: 第2章 to 第4章 are missing.", "Number it 第2章, or add what is missing.")]
    [InlineData("1. 甲/7. 乙/3. 丙", "7. follows 1.: 2. is due.", "Number it 2., or add what is missing.")]
    [InlineData("一、甲/一、乙", "一、 is already used at line 1.", "二、 is due here.")]
    [InlineData("一、甲/三、乙/二、丙", "二、 comes after 三、.", "Move it; 四、 is due here.")]
    [InlineData("第2章 甲/-2.2 乙", "2.2 is the first under “第2章 甲”: 2.1 is missing.", "2.1 is due here.")]
    [InlineData("附录A 乙/-B.1 丙", "B.1 stands under 附录A.", "Begin it with A, or move it.")]
    [InlineData("第2章 甲/-1.1 乙", "1.1 stands under 第2章.", "Begin it with 2, or move it.")]
    [InlineData("第2章 甲/-2.1.1 乙", "2.1.1 stands directly under 第2章: there is no 2.1.", "Number it one level higher, or add the heading between.")]
    [InlineData("第1章 甲/第二章 乙", "第二章 is not written like 第1章.", "Write 第2章")]
    [InlineData("第一十二章 甲", "第一十二章 is not how 12 is written.", "Write 第十二章")]
    [InlineData("1、甲", "1、 takes another mark.", "Write 1.")]
    public void Messages_say_what_is_wrong_and_how_to_mend_it(string outline, string message, string hint)
    {
        var finding = Assert.Single(Check(outline));
        Assert.Equal((message, hint), (finding.Message, finding.Hint));
    }

    [Fact]
    public void Chapters_may_begin_again_with_each_part()
    {
        var chapters = Numbering.Apply([Outline.Chapter("第一章 甲", "a.md", "上篇"), Outline.Chapter("第二章 乙", "b.md"), Outline.Chapter("第一章 丙", "c.md", "下篇")]);
        Assert.Empty(Check([.. chapters]));
    }

    private static IEnumerable<string> Find(string outline) => Check(outline).Select(d => $"{d.Kind.Id}:{d.At.Line}");

    private static IReadOnlyList<Diagnostic> Check(string outline) =>
        Check([.. Numbering.Apply([.. outline.Split('|').Select((o, i) => Outline.Chapter(o, $"{i}.md"))])]);

    private static IReadOnlyList<Diagnostic> Check(Chapter[] chapters)
    {
        var metadata = new BookMetadata("书", null, [], "zh-CN", null, null, null, "book", null);
        var bag = new DiagnosticBag();
        Checker.Check(new Book(metadata, "a5", null, [.. chapters]), bag);
        return [.. bag.Sorted.Where(d => d.Kind.Id.StartsWith("NUM", StringComparison.Ordinal))];
    }
}
