using System.CommandLine;

namespace Kanyin.CommandLine;

/// <summary>kanyin doctor: what is there, what is missing, and what it would give.</summary>
internal static class DoctorCommand
{
    public static Command Create(Surroundings around)
    {
        var output = new Option<string>("--output", "-o") { Description = "The folder that books would be written to.", DefaultValueFactory = _ => "output", HelpName = "DIR" };
        var command = new Command("doctor", "Say whether publishing works here, and what else could be installed.") { output };
        command.SetAction(parsed => string.IsNullOrWhiteSpace(parsed.GetValue(output))
            ? throw new UsageException("The output folder is empty.")
            : Run(around, parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(Surroundings around, string output)
    {
        around.Output.WriteLine($"kanyin {typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)}, {around.Runtime}");
        var needs = new Doctor(around, output).Examine().ToList();
        foreach (var need in needs)
        {
            around.Output.WriteLine($"{Word(need),-8}  {need.Name,-9}  {need.Words}");
        }

        var works = needs.All(n => n.IsMet || n.IsOptional);
        around.Output.WriteLine(works ? "Publishing works; what is missing can stay so." : "Publishing cannot work until what is bad is mended.");
        return works ? ExitCode.Success : ExitCode.Machine;
    }

    private static string Word(Need need) => (need.IsMet, need.IsOptional) switch
    {
        (true, _) => "good",
        (false, true) => "missing",
        _ => "bad",
    };
}
