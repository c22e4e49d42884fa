using Kanyin.Books.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class StageLineTests
{
    [Fact]
    public void Columns_line_up_when_a_name_is_Chinese()
    {
        var han = StageLine.Of("check", "刊印手册", "8 chapters", "0 errors", TimeSpan.FromSeconds(0.214), 10);
        var latin = StageLine.Of("verify", "guide", "PDF and EPUB read back", "0 errors", TimeSpan.FromSeconds(12.3), 10);

        Assert.Equal(StageLine.Width(latin), StageLine.Width(han));
        Assert.EndsWith("  0.21 s", han, StringComparison.Ordinal);
        Assert.EndsWith(" 12.30 s", latin, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_counted_by_severity()
    {
        var at = Place.Of(new SourceFile("a.md", ""));
        Diagnostic Of(Severity severity) => new(new DiagnosticKind("X001", severity, ""), at, "");

        Assert.Equal("0 errors, 0 warnings", Counted.Of([]));
        Assert.Equal("1 error, 2 warnings, 1 note", Counted.Of([Of(Severity.Warning), Of(Severity.Note), Of(Severity.Error), Of(Severity.Warning)]));
    }
}
