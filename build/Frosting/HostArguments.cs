using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// The command line: what Cake itself understands, and the rest for the build's context. An argument is --name, --name
/// value or --name=value.
/// </summary>
internal sealed class HostArguments
{
    public const int WrongUsage = 2;
    public const int MachineFailed = 3;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal) { ["t"] = "target", ["v"] = "verbosity", ["o"] = "output" };

    private readonly List<(string Name, string? Value)> _all = [];

    public string Target => Last("target") ?? "Default";

    public Verbosity Verbosity { get; private set; } = Verbosity.Normal;

    public bool Version => Has("version");

    public static HostArguments Parse(IEnumerable<string> args)
    {
        var result = new HostArguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var token))
        {
            result.Add(token, rest);
        }

        result.Verbosity = result.ParseVerbosity();
        return result;
    }

    /// <summary>The values that --name has; a name without a value is kept with an empty one, as Cake does.</summary>
    public CakeArguments ToCakeArguments() => new(_all.ToLookup(a => a.Name, a => a.Value ?? "", StringComparer.OrdinalIgnoreCase));

    public ScriptHost ChooseHost(IServiceProvider services, ICakeEngine engine, ICakeContext context)
    {
        if (Has("tree"))
        {
            return new TreeScriptHost(engine, context, services.GetRequiredService<IConsole>());
        }

        if (Has("description"))
        {
            return ActivatorUtilities.CreateInstance<DescriptionScriptHost>(services, engine, context);
        }

        return Has("dryrun")
            ? new DryRunScriptHost<ICakeContext>(engine, context, services.GetRequiredService<ICakeLog>())
            : ActivatorUtilities.CreateInstance<BuildScriptHost<ICakeContext>>(services, engine, context);
    }

    private void Add(string token, Queue<string> rest)
    {
        if (!token.StartsWith('-') || token.Trim('-').Length == 0)
        {
            throw new CakeException(WrongUsage, $"'{token}' is not an option. --help lists what there is.");
        }

        var parts = token.TrimStart('-').Split('=', 2);
        var name = !token.StartsWith("--", StringComparison.Ordinal) && Aliases.TryGetValue(parts[0], out var full) ? full : parts[0];
        var value = parts.Length == 2 ? parts[1] : rest.TryPeek(out var next) && !next.StartsWith('-') ? rest.Dequeue() : null;
        _all.Add((name, value));
    }

    private Verbosity ParseVerbosity()
    {
        if (!Has("verbosity"))
        {
            return Verbosity.Normal;
        }

        var value = Last("verbosity");
        return Enum.GetValues<Verbosity>().Where(v => v.ToString().Equals(value, StringComparison.OrdinalIgnoreCase)).Cast<Verbosity?>().FirstOrDefault()
            ?? throw new CakeException(WrongUsage, $"--verbosity is one of {string.Join(", ", Enum.GetNames<Verbosity>()).ToLowerInvariant()}.");
    }

    private bool Has(string name) => _all.Exists(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string? Last(string name) => _all.LastOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
