using System.CommandLine;
using Kanyin.Books.Checks;
using Kanyin.Editions.EpubCheck;
using Kanyin.Reports;

namespace Kanyin.CommandLine;

/// <summary>kanyin rules: the catalogue, or the page of one rule.</summary>
internal static class RulesCommand
{
    public static Command Create(Surroundings around)
    {
        var id = new Argument<string?>("id") { Description = "A rule's id, such as LINK001.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("rules", "Print the rules that books and EPUBs are checked by, or the page of one.") { id };
        command.SetAction(parsed => Run(parsed.GetValue(id), around.Output));
        return command;
    }

    private static int Run(string? id, TextWriter output)
    {
        if (id is null)
        {
            foreach (var kind in RuleCatalog.All.Select(r => r.Kind).Concat(EpubKinds.All).OrderBy(k => k.Id, StringComparer.Ordinal))
            {
                output.WriteLine($"{kind.Id,-8} {TextReport.Word(kind.Severity),-8} {kind.Title}");
            }

            return ExitCode.Success;
        }

        var page = RuleCatalog.All.FirstOrDefault(r => r.Kind.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Page
            ?? EpubKinds.All.Where(k => k.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Select(EpubKinds.PageOf).FirstOrDefault()
            ?? throw new UsageException($"There is no rule {id}; kanyin rules lists them all.");
        output.Write(page);
        return ExitCode.Success;
    }
}
