using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Kanyin;

/// <summary>How one command of the tool runs: what Cake lets every tool be told, and the command's own options.</summary>
public abstract class KanyinSettings : ToolSettings
{
    /// <summary>publish, check or verify.</summary>
    internal abstract string Command { get; }

    /// <summary>The options that are set, after the command and its path.</summary>
    internal abstract void AddOptions(ProcessArgumentBuilder arguments);

    private protected static void AddSwitch(ProcessArgumentBuilder arguments, string name, bool isSet)
    {
        if (isSet)
        {
            arguments.Append(name);
        }
    }

    private protected static void AddValue(ProcessArgumentBuilder arguments, string name, string? value)
    {
        if (value is not null)
        {
            arguments.Append(name).AppendQuoted(value);
        }
    }

    private protected static void AddValues(ProcessArgumentBuilder arguments, string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            AddValue(arguments, name, value);
        }
    }
}
