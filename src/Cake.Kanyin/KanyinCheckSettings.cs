using Cake.Core.IO;

namespace Cake.Kanyin;

/// <summary>The options of <c>kanyin check</c> that a build needs. Paths are relative to the working directory.</summary>
public sealed class KanyinCheckSettings : KanyinSettings
{
    /// <summary>text, github, json or sarif: how findings are printed.</summary>
    public string? Format { get; set; }

    /// <summary>error, warning or note: the least severity that is printed.</summary>
    public string? MinSeverity { get; set; }

    /// <summary>Leave out the findings that are listed in this file.</summary>
    public FilePath? Baseline { get; set; }

    /// <summary>Ask the web whether the addresses there are good.</summary>
    public bool Online { get; set; }

    /// <summary>Go by the kept answers, and never touch the network.</summary>
    public bool Offline { get; set; }

    /// <summary>Where the answers of the web are kept.</summary>
    public FilePath? Answers { get; set; }

    /// <summary>Hosts that are asked although they are in a private network.</summary>
    public ICollection<string> AllowedHosts { get; } = [];

    internal override string Command => "check";

    internal override void AddOptions(ProcessArgumentBuilder arguments)
    {
        AddValue(arguments, "--format", Format);
        AddValue(arguments, "--min-severity", MinSeverity);
        AddValue(arguments, "--baseline", Baseline?.FullPath);
        AddSwitch(arguments, "--online", Online);
        AddSwitch(arguments, "--offline", Offline);
        AddValue(arguments, "--answers", Answers?.FullPath);
        AddValues(arguments, "--allow-host", AllowedHosts);
    }
}
