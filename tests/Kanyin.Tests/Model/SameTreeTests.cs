using System.Collections.Immutable;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Tests.Publishing;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class SameTreeTests
{
    private const string Everything = "# 第一章 茶\n\n**粗** *斜* ~~删~~ `码` [链](a.md#x \"题\") ![图](b.png){#图} {茶|chá} 注[^a] $x^2$ <kbd>Q</kbd>  \n换行\n\n- [ ] 项\n- 项\n\n1. 一\n\n> 引\n\n> [!TIP]\n> 示\n\n| 甲 | 乙 |\n| :-: | --- |\n| 一 | 二 |\n\n```sh\nls\n```\n\n$$\\frac{a}{b}$$\n\n甲\n: 乙\n\n---\n\n[^a]: 注\n";

    [Fact]
    public void The_same_text_read_twice_is_the_same() => Assert.True(SameTree.Of(Read(Everything), Read(Everything)));

    [Fact]
    public void Any_other_character_is_another_tree()
    {
        var book = Read(Everything);
        for (var i = 0; i < Everything.Length; i++)
        {
            Assert.False(SameTree.Of(book, Read(Everything[..i] + "乙" + Everything[i..])), $"a character at {i} goes unseen");
        }
    }

    // What is worked out once and kept would make every chapter of the next reading another.
    [Fact]
    public void A_book_that_has_been_checked_and_set_is_still_the_same()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", Everything);
        var book = BookReader.Read(path, new ReadingOptions(), new DiagnosticBag())!;
        Checker.Check(book, new DiagnosticBag());
        Typesetter.Set(book, FontBook.Of(TestFace.Create()), new DiagnosticBag());
        Assert.True(SameTree.Of(book.Chapters, BookReader.Read(path, new ReadingOptions(), new DiagnosticBag())!.Chapters));
    }

    [Fact]
    public void What_is_unknown_or_never_made_is_told_apart()
    {
        Assert.False(SameTree.Of(new object(), new object()));
        Assert.False(SameTree.Of(ImmutableArray<string>.Empty, default(ImmutableArray<string>)));
        Assert.True(SameTree.Of(default(ImmutableArray<string>), default(ImmutableArray<string>)));
        Assert.False(SameTree.Of(ImmutableArray.Create("一"), ImmutableArray.Create("二")));
        Assert.False(SameTree.Of(null, "一"));
    }

    private static ImmutableArray<Chapter> Read(string text)
    {
        using var folder = new TemporaryFolder();
        return BookReader.Read(folder.Write("a.md", text), new ReadingOptions(), new DiagnosticBag())!.Chapters;
    }
}
