using System.Globalization;
using System.Text;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Ids from what a thing is called, not from where it stands: an added chapter does not change the others'. A letter and eight hexadecimal digits, unique in the book.</summary>
internal sealed class Ids
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Take(char letter, string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{letter}{Hash(attempt == 0 ? name : name + "\n" + attempt.ToString(CultureInfo.InvariantCulture)):x8}");
            if (_taken.Add(id))
            {
                return id;
            }
        }
    }

    /// <summary>FNV-1a over UTF-8, 64 bits folded into 32.</summary>
    private static uint Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
