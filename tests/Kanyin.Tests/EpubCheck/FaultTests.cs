using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.EpubCheck;

/// <summary>
/// The book with one change each. The files in Faults list them: a title, the file, the words that go (-) and those
/// that come (+). Whether the book is then valid was asked of EPUBCheck 5.1; the title ends with (valid) where it is,
/// and with the kind of the error where not.
/// </summary>
public sealed class FaultTests
{
    private const string Folder = "tests/Kanyin.Tests/EpubCheck/Faults/";

    private static readonly Dictionary<string, string[]> Changes = Repository.Files
        .Where(f => f.StartsWith(Folder, StringComparison.Ordinal))
        .SelectMany(f => ("\n" + Repository.Read(f)).Split("\n== ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.TrimEnd('\n').Split('\n')).Select(lines => (Title: $"{Path.GetFileNameWithoutExtension(f)}: {lines[0]}", Lines: lines[1..])))
        .ToDictionary(c => c.Title, c => c.Lines, StringComparer.Ordinal);

    public static TheoryData<string> Titles => [.. Changes.Keys];

    [Fact]
    public void The_book_itself_has_no_fault() => Assert.Empty(new TestEpub().Check());

    [Theory, MemberData(nameof(Titles))]
    public void The_verdict_is_that_of_EPUBCheck(string title)
    {
        var findings = Changed(Changes[title]).Check();
        var errors = TestEpub.Ids(findings.Where(f => f.Kind.Severity == Severity.Error));
        var expected = title[(title.LastIndexOf('(') + 1)..^1];

        Assert.True(expected == "valid" ? errors.Length == 0 : errors.Contains(expected), $"{title}:\n{string.Join('\n', findings)}");
    }

    private static TestEpub Changed(string[] lines)
    {
        var book = new TestEpub();
        var file = "";
        for (var i = 0; i < lines.Length; i++)
        {
            switch (lines[i])
            {
                case ['-', ' ', .. var old]:
                    book.Replace(file, old, Added(lines, ref i));
                    break;
                case ['+', ..]:
                    i--;
                    book[file] = Added(lines, ref i);
                    break;
                default:
                    file = lines[i];
                    break;
            }
        }

        return book;
    }

    /// <summary>The lines with a plus after line i, which moves on to the last of them.</summary>
    private static string Added(string[] lines, ref int i)
    {
        var added = lines.Skip(i + 1).TakeWhile(l => l.StartsWith('+')).Select(l => l.Length > 2 ? l[2..] : "").ToArray();
        i += added.Length;
        return string.Join('\n', added);
    }
}
