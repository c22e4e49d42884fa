using Cake.Core.IO;

namespace Cake.Kanyin;

/// <summary>The options of <c>kanyin verify</c>.</summary>
public sealed class KanyinVerifySettings : KanyinSettings
{
    /// <summary>text or json: how findings are printed.</summary>
    public string? Format { get; set; }

    internal override string Command => "verify";

    internal override void AddOptions(ProcessArgumentBuilder arguments) => AddValue(arguments, "--format", Format);
}
