using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Which of our families stands for the fonts that a picture asks for. Pictures are labelled in 黑体 where they ask for nothing we know.</summary>
internal static class FamilyNames
{
    private static readonly (string Part, FontFamily Family)[] _known =
    [
        ("mono", FontFamily.Mono), ("courier", FontFamily.Mono), ("consol", FontFamily.Mono), ("menlo", FontFamily.Mono), ("monaco", FontFamily.Mono), ("code", FontFamily.Mono),
        ("kai", FontFamily.Kai), ("楷", FontFamily.Kai), ("cursive", FontFamily.Kai), ("virgil", FontFamily.Kai), ("excalifont", FontFamily.Kai), ("xiaolai", FontFamily.Kai), ("comic", FontFamily.Kai),
        ("sans", FontFamily.Label), ("黑", FontFamily.Label), ("hei", FontFamily.Label), ("arial", FontFamily.Label), ("helvetica", FontFamily.Label), ("verdana", FontFamily.Label), ("system-ui", FontFamily.Label),
        ("serif", FontFamily.Serif), ("times", FontFamily.Serif), ("georgia", FontFamily.Serif), ("song", FontFamily.Serif), ("simsun", FontFamily.Serif), ("宋", FontFamily.Serif), ("roman", FontFamily.Serif),
    ];

    /// <param name="list">Names in order of preference, with commas.</param>
    public static FontFamily Find(string? list)
    {
        foreach (var name in list?.Split(',') ?? [])
        {
            foreach (var (part, family) in _known)
            {
                if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    return family;
                }
            }
        }

        return FontFamily.Label;
    }
}
