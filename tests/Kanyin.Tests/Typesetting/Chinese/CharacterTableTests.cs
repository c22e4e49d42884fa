using Kanyin.Typesetting.Chinese;
using Xunit;

namespace Kanyin.Tests.Typesetting.Chinese;

/// <summary>The classes of typography.md 1.1: every member of the small ones, and of the large ones the first, the last and what lies just outside.</summary>
public sealed class CharacterTableTests
{
    [Theory]
    [InlineData(CharacterClass.Open, "（〔［｛《〈「『【〖〘〚｟")]
    [InlineData(CharacterClass.Close, "）〕］｝》〉」』】〗〙〛｠")]
    [InlineData(CharacterClass.Comma, "，、；：")]
    [InlineData(CharacterClass.Stop, "。．")]
    [InlineData(CharacterClass.Exclamation, "！？‼⁇⁈⁉")]
    [InlineData(CharacterClass.MiddleDot, "‧・")]
    [InlineData(CharacterClass.Dash, "⸺")]
    [InlineData(CharacterClass.Connector, "～〜")]
    [InlineData(CharacterClass.Solidus, "／")]
    [InlineData(CharacterClass.Prefix, "￥＄￡")]
    [InlineData(CharacterClass.Suffix, "％￠℃℉\u3371㎏㎡\u33DF")]
    [InlineData(CharacterClass.IdeographicSpace, "\u3000")]
    [InlineData(CharacterClass.NoBreakSpace, "\u00A0\u202F")]
    [InlineData(CharacterClass.Space, " \t\r\n\u2000\u2003\u200A\u205F")]
    [InlineData(CharacterClass.Ignorable, "\u0001\u001F\u007F\u0080\u009F\u00AD\u200B\u200D\u200F\u2028\u202E\u2060\u206F\uFEFF")]
    [InlineData(CharacterClass.Combining, "\u0300\u20D7\u20DD\u302A\u302F\u3099\u309A\uFE00\uFE0F\U000E0100\U000E01EF\U0001F3FB\U0001F3FF")]
    [InlineData(CharacterClass.Han, "⺀一龥鿿〇々ぁあんァヶーㄅ０９ＡＺａｚ\u3370\u33E0\u3029\u3030\u3098\u309B〃")]
    [InlineData(CharacterClass.Han, "■☆✿➿⬀\u2BFF\uA000\uA4CF가\uD7A3豈\uFAFF\uFE30\uFE4F\uFF00\uFFEF")]
    [InlineData(CharacterClass.Han, "\U0001F000😀\U0001FAFF𠀀\U0003FFFF")]
    [InlineData(CharacterClass.Latin, "azAZ09!/~\u00A1éΩЖ\u02FF\u1FFF\u2010\u2030\u2053\u2054\u205E\u2070")]
    [InlineData(CharacterClass.Latin, "\u203B\u203D\u2046\u204A\u2102\u2104\u2108\u210A\u259F\u27C0\u2AFF\u2C00\u2E7F\uA4D0\uABFF\uD7A4\uFB00\uFE10\uFE50")]
    [InlineData(CharacterClass.Latin, "\U0001EFFF\U0001FB00\U0001FFFF\U00040000\U000E00FF\U000E01F0")]
    public void A_character_has_the_class_of_the_table(CharacterClass expected, string characters)
    {
        var others = characters.EnumerateRunes().Select(rune => (rune, Class: CharacterTable.ClassOf(rune.Value)))
            .Where(p => p.Class != expected);
        Assert.Empty(others.Select(p => $"U+{p.rune.Value:X4} {p.Class}"));
    }

    [Theory]
    [InlineData("‘’“”—–‐…⋯·°×±§‰№①⑳⓿", true)] // CQ, CA
    [InlineData("‗‚―‑‥⋮¶¸¯²Ö©¨‱℗\u245F\u2500'\"-/", false)]
    public void Only_characters_of_both_scripts_are_shared(string characters, bool expected) =>
        Assert.DoesNotContain(characters, c => CharacterTable.IsShared(c) != expected);

    [Theory]
    [InlineData("azAZ09éΩЖ\u0E01", true)]
    [InlineData(" -.@[`{/:×÷·—“一あＡ", false)]
    public void Letters_and_digits_of_other_scripts_decide_for_their_neighbours(string characters, bool expected) => // 1.3
        Assert.DoesNotContain(characters, c => CharacterTable.IsLatinStrong(c) != expected);

    [Theory]
    [InlineData(CharacterClass.Close, true, true, false)]
    [InlineData(CharacterClass.Comma, true, true, false)]
    [InlineData(CharacterClass.Stop, true, true, false)]
    [InlineData(CharacterClass.Exclamation, true, true, false)]
    [InlineData(CharacterClass.Open, false, true, false)]
    [InlineData(CharacterClass.MiddleDot, false, true, false)]
    [InlineData(CharacterClass.Dash, false, true, false)]
    [InlineData(CharacterClass.Solidus, false, true, false)]
    [InlineData(CharacterClass.Suffix, false, true, false)]
    [InlineData(CharacterClass.Prefix, false, false, false)]
    [InlineData(CharacterClass.Han, false, false, false)]
    [InlineData(CharacterClass.Latin, false, false, false)]
    [InlineData(CharacterClass.Space, false, false, true)]
    [InlineData(CharacterClass.NoBreakSpace, false, false, true)]
    [InlineData(CharacterClass.IdeographicSpace, false, false, true)]
    public void Classes_go_together_as_the_rules_name_them(CharacterClass c, bool closeish, bool mark, bool space) => // CL1, AS4
        Assert.Equal((closeish, mark, space), (c.IsCloseish, c.IsChineseMark, c.IsSpace));
}
