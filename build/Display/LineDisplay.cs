namespace Kanyin.Build.Display;

/// <summary>Plain lines, for logs and pipes: stages to one writer, findings to the other.</summary>
internal sealed class LineDisplay(TextWriter stages, TextWriter findings) : StageDisplay
{
    protected override void WriteStage(string line) => stages.WriteLine(line);

    protected override void WriteFinding(string line) => findings.WriteLine(line);
}
