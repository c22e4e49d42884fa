using System.Text.RegularExpressions;

namespace Kanyin.Books.Model;

/// <summary>A label that may stand at the start of a caption: 图 1-1, 表2.3, Figure 4.</summary>
/// <param name="Length">What it takes of the text: the label and the white space or mark that parts it from the title.</param>
internal sealed partial record TypedLabel(CaptionLabel Label, int Length)
{
    /// <summary>Labels are looked for in this much of a caption, in UTF-16 units.</summary>
    public const int Reach = 40;

    /// <summary>A word and a number of one or more parts, without what parts it from the title.</summary>
    internal const string Pattern = @"(?<word>图|表|代码清单|程序清单|代码|清单|(?i:figure|fig\.|table|listing))\s*(?<number>(?>(?:[A-Z](?:[-–.．]|(?=[0-9])))?[0-9]+(?:[-–—.．][0-9]+)*))";

    public static TypedLabel? Parse(string text) =>
        Start().Match(text) is { Success: true } m ? new TypedLabel(new CaptionLabel(m.Groups["word"].Value, m.Groups["number"].Value), m.Length) : null;

    /// <summary>图, 表 or 代码: what a word, in whatever language, counts with.</summary>
    public static string KindOf(string word) => word[0] switch
    {
        '图' or 'F' or 'f' => "图",
        '表' or 'T' or 't' => "表",
        _ => "代码",
    };

    /// <summary>A number with points between its parts, so that 1-1 and 1.1 and 1–1 are one.</summary>
    public static string Plain(string number) => Marks().Replace(number, ".");

    [GeneratedRegex("[-–—．]")]
    private static partial Regex Marks();

    // 图1-1茶壶 is a label and its title; 图2所示 goes on as a sentence.
    [GeneratedRegex($@"^\s*{Pattern}(?:\s*[：:、]\s*|[.．]?\s+|$|(?<=[0-9][-–—.．][0-9]+)(?=\p{{IsCJKUnifiedIdeographs}}))")]
    private static partial Regex Start();
}
