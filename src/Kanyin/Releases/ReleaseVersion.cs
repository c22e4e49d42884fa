using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanyin.Releases;

/// <summary>
/// The version of a release, from the tags of its repository. On a tag it is the tag's; after one it is a version before the next,
/// with the commits since then counted, as MinVer does: v1.2.0 and three commits make 1.2.1-alpha.0.3.
/// </summary>
/// <param name="Height">The commits since the tag.</param>
public sealed partial record ReleaseVersion(string Text, int Height)
{
    /// <param name="described">As git describe --long has it: v1.2.0-3-g0a1b2c3.</param>
    public static ReleaseVersion Parse(string described)
    {
        var match = Described().Match(described);
        if (!match.Success)
        {
            throw new RefusedException($"The tag in {described} is not a version such as v1.2.0 or v1.2.0-rc.1.");
        }

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var (height, before) = (Number("height"), match.Groups["before"].Value);
        var version = string.Create(CultureInfo.InvariantCulture, $"{Number("major")}.{Number("minor")}.{Number("patch") + (height > 0 && before.Length == 0 ? 1 : 0)}");
        var suffix = height == 0 ? before : string.Create(CultureInfo.InvariantCulture, $"{(before.Length == 0 ? "-alpha.0" : before)}.{height}");
        return new ReleaseVersion(version + suffix, height);
    }

    /// <param name="commits">All there are.</param>
    public static ReleaseVersion Untagged(int commits) => new(string.Create(CultureInfo.InvariantCulture, $"0.0.0-alpha.0.{commits}"), commits);

    public override string ToString() => Text;

    [GeneratedRegex(@"\Av(?<major>[0-9]{1,9})\.(?<minor>[0-9]{1,9})\.(?<patch>[0-9]{1,9})(?<before>-[0-9A-Za-z.-]+?)?-(?<height>[0-9]{1,9})-g[0-9a-f]+\z")]
    private static partial Regex Described();
}
