using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
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

    private static IEnumerable<string> Check(string text)
    {
        var folder = new RuleExample(new Dictionary<string, string> { ["a.md"] = text }).Write();
        try
        {
            var bag = new DiagnosticBag();
            Checker.Check(BookReader.Read(Path.Combine(folder, "a.md"), new ReadingOptions(), new DiagnosticBag())!, bag);
            return [.. bag.Sorted.Select(d => $"{d.Kind.Id}:{d.At.Line}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
