using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanyin.Mutation;

/// <summary>Compiles a project as its build does, with some files replaced; the mutants that do not compile are left out until the rest does.</summary>
internal sealed partial class Compiler
{
    private const int MostRounds = 12;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Asked at every host: chooses the one mutant, and notes which were asked for when told to.</summary>
    private const string SwitchSource = """
        internal static class MutantSwitch
        {
            private static readonly int Chosen = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "0");
            private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> Reached = Listen();

            public static bool On(int number)
            {
                Reached?.TryAdd(number, true);
                return number == Chosen;
            }

            private static System.Collections.Concurrent.ConcurrentDictionary<int, bool> Listen()
            {
                if (System.Environment.GetEnvironmentVariable("MUTANTS_REACHED") is not { } path)
                {
                    return null;
                }

                var reached = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
                System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllText(path, string.Join(' ', reached.Keys));
                return reached;
            }
        }
        """;

    private readonly string _folder;
    private readonly string _project;
    private readonly string _csc;
    private readonly string[] _arguments;

    public Compiler(string project, string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _project = Path.GetFullPath(Path.Combine("src", project));
        var (code, output) = Command.Run("dotnet",
        [
            "msbuild", _project, "-nologo", "-t:PrepareResources;Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath",
        ], Limit);
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }

        using var json = JsonDocument.Parse(output);
        _csc = Path.Combine(json.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll");
        _arguments = [.. json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(a => a.GetProperty("Identity").GetString()!)];
        Assembly = Path.Combine(_folder, project + ".dll");
    }

    public string Assembly { get; }

    /// <returns>The mutants that are in <see cref="Assembly"/>.</returns>
    public IReadOnlyList<Mutant> Compile(IReadOnlyList<Mutant> mutants)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var files = mutants.GroupBy(m => m.Path).ToDictionary(g => Path.GetFullPath(g.Key), g => new Schemata(File.ReadAllText(g.Key), g));
            var (code, output) = Csc(files);
            if (code == 0)
            {
                return mutants;
            }

            var wrong = Error().Matches(output).SelectMany(e => Blamed(e, files)).ToHashSet();
            if (wrong.Count == 0)
            {
                throw new InvalidOperationException(output);
            }

            mutants = [.. mutants.Where(m => !wrong.Contains(m))];
        }

        throw new InvalidOperationException("It does not compile.");
    }

    private (int? Code, string Output) Csc(Dictionary<string, Schemata> files)
    {
        List<string> arguments = [];
        foreach (var argument in _arguments.Where(a => !a.StartsWith("/out:", StringComparison.Ordinal) && !a.StartsWith("/refout:", StringComparison.Ordinal)
            && !a.StartsWith("/doc:", StringComparison.Ordinal) && !a.StartsWith("/warnaserror", StringComparison.Ordinal)))
        {
            var path = Path.GetFullPath(argument, _project);
            arguments.Add(files.TryGetValue(path, out var file) ? Write(path, file.Text) : argument);
        }

        // Analyzers judge what people write; those that write code still run.
        arguments.AddRange(["/out:" + Assembly, "/skipanalyzers+", "/warn:0", Write("src/MutantSwitch.cs", SwitchSource)]);
        var response = Path.Combine(_folder, "csc.rsp");
        File.WriteAllLines(response, arguments.Where(a => a != "/noconfig").Select(a => a.Contains(' ', StringComparison.Ordinal) && !a.Contains('"', StringComparison.Ordinal) ? $"\"{a}\"" : a));
        return Command.Run("dotnet", [_csc, "/noconfig", "@" + response], Limit, _project);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, FileName(name));
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>All of a project's files go into one folder.</summary>
    private static string FileName(string path) => Path.GetRelativePath("src", path).Replace(Path.DirectorySeparatorChar, '.');

    private static IEnumerable<Mutant> Blamed(Match error, Dictionary<string, Schemata> files)
    {
        var (path, file) = files.FirstOrDefault(f => FileName(f.Key) == Path.GetFileName(error.Groups["path"].Value));
        if (file is null)
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview));
        var place = tree.GetText().Lines[Number("line") - 1].Start + Number("column") - 1;
        var blamed = file.At(place);
        return blamed.Count > 0 ? blamed
            : tree.GetRoot().FindToken(place).Parent!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First() is var member
            ? file.In(member.Span) : [];

        int Number(string group) => int.Parse(error.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<path>.+?)\((?<line>\d+),(?<column>\d+)[,\d]*\): error CS", RegexOptions.Multiline)]
    private static partial Regex Error();
}
