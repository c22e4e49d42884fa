using System.Globalization;

namespace Kanyin;

/// <summary>The date that a reproducible build hands down: SOURCE_DATE_EPOCH, seconds since 1970-01-01 UTC.</summary>
public static class SourceDate
{
    public const string Variable = "SOURCE_DATE_EPOCH";

    // 9999-12-31T23:59:59Z
    private const long Last = 253402300799;

    /// <returns>Null when the variable is not set.</returns>
    public static DateOnly? Parse(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Last
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : throw new UsageException($"{Variable} is '{value}', which is not a number of seconds since 1970.");
    }
}
