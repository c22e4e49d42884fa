using System.CommandLine;
using Kanyin.Typesetting;

namespace Kanyin.CommandLine;

/// <summary>kanyin booklet: a book to print and fold at home.</summary>
internal static class BookletCommand
{
    private const int UsualSignature = 16, LargestSignature = 128;

    public static Command Create(Surroundings around, Argument<string> path)
    {
        var output = new Option<string>("--output", "-o") { Description = "The folder that gets one folder a book.", DefaultValueFactory = _ => "output", HelpName = "DIR" };
        var signature = new Option<int>("--signature") { Description = "The pages of sheets folded together, a multiple of 4.", DefaultValueFactory = _ => UsualSignature, HelpName = "PAGES" };
        var command = new Command("booklet", "Write NAME-booklet.pdf, two pages a side: print it on both sides, flipped on the short edge, then fold. It is not tagged.") { path, output, signature };
        command.SetAction(parsed =>
        {
            var pages = parsed.GetValue(signature);
            if (pages is < Imposition.PagesPerSheet or > LargestSignature || pages % Imposition.PagesPerSheet != 0)
            {
                throw new UsageException($"A signature has 4 to {LargestSignature} pages, a multiple of 4.");
            }

            if (string.IsNullOrWhiteSpace(parsed.GetValue(output)))
            {
                throw new UsageException("The output folder is empty.");
            }

            var settings = new PublishSettings(parsed.GetRequiredValue(output), Date: around.Date()) { Signature = pages };
            var book = new Publisher(settings, new StageLog(around.Output, around.Error), around.Clock).Open(parsed.GetRequiredValue(path));
            return book.WritePdf() && !book.HasErrors ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }
}
