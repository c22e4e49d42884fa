using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

public sealed class CheckerTests
{
    [Fact]
    public void Links_and_pictures_are_found_wherever_they_stand()
    {
        const string text = """
            # 标题

            > 引文里的[链接](#无)

            - 列表里的[链接](#无)

            | 表头 |
            | --- |
            | [链接](#无) |

            **加粗里的[链接](#无)**

            正文[^1]

            [^1]: 脚注里的[链接](#无)和![图](无.png)
            """;
        Assert.Equal(["LINK002:3", "LINK002:5", "LINK002:9", "LINK002:11", "LINK002:15", "IMG001:15"], Check(text));
    }

    [Fact]
    public void A_note_that_is_called_twice_is_reported_once() =>
        Assert.Equal(["LINK002:5"], Check("# 标题\n\n一处[^1]，又一处[^1]。\n\n[^1]: 脚注里的[链接](#无)\n"));

    [Fact]
    public void A_check_does_not_colour_the_code()
    {
        var (book, _) = Checked("# 标题\n\n```csharp\nint x = 1;\n```\n");
        var code = Assert.Single(book.Chapters[0].AllBlocks().OfType<CodeBlock>());
        Assert.False(code.Coloring.IsValueCreated);
        Assert.NotEmpty(code.Tokens);
    }

    private static IEnumerable<string> Check(string text) => Checked(text).Findings.Sorted.Select(d => $"{d.Kind.Id}:{d.At.Line}");

    private static (Book Book, DiagnosticBag Findings) Checked(string text)
    {
        var folder = new RuleExample(new Dictionary<string, string> { ["a.md"] = text }).Write();
        try
        {
            var bag = new DiagnosticBag();
            var book = BookReader.Read(Path.Combine(folder, "a.md"), new ReadingOptions(), new DiagnosticBag())!;
            Checker.Check(book, bag);
            return (book, bag);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
