using System.Globalization;

namespace Kanyin.Guide;

/// <summary>Numbers as one line of sample output.</summary>
internal static class Row
{
    public static string Of(IEnumerable<double> values, string format = "F4") =>
        string.Join("  ", values.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));
}
