using Kanyin.Typesetting.Chinese;
using Xunit;

namespace Kanyin.Tests.Typesetting.Chinese;

/// <summary>Between which neighbours the gap of Han and Latin stands (typography.md 4).</summary>
public sealed class LatinGapTests
{
    private const string Brackets = "([{'\")]}";

    [Theory]
    [InlineData("天a", true)] // AS2
    [InlineData("a天", true)]
    [InlineData("天1", true)]
    [InlineData("天地", false)]
    [InlineData("ab", false)]
    [InlineData("，a", false)] // AS4
    [InlineData("a（", false)]
    [InlineData("Ａa", false)] // AS5
    [InlineData("a～", false)]
    [InlineData("a！", false)]
    [InlineData("a９", false)]
    public void A_gap_stands_between_them(string pair, bool stands) => Assert.Equal(stands, Stands(pair, hasSpace: false));

    [Fact]
    public void AS5_brackets_quotes_and_marks_that_cling_stand_without_a_gap_unless_a_space_was_typed()
    {
        Assert.DoesNotContain((Brackets + ",.;:!?’”"), c => Latin(c, before: true, hasSpace: false) || !Latin(c, before: true, hasSpace: true));
        Assert.DoesNotContain((Brackets + "‘“"), c => Latin(c, before: false, hasSpace: false) || !Latin(c, before: false, hasSpace: true));
        Assert.DoesNotContain("+-=#@%$&a1", c => !Latin(c, before: true, hasSpace: false) || !Latin(c, before: false, hasSpace: false));
    }

    [Fact]
    public void AS8_a_picture_in_the_line_stands_as_Han_does() =>
        Assert.True(LatinGap.Stands(CharacterClass.Object, '\uFFFC', CharacterClass.Latin, 'a', false) && LatinGap.Stands(CharacterClass.Latin, 'a', CharacterClass.Object, '\uFFFC', false));

    private static bool Latin(char c, bool before, bool hasSpace) => before
        ? LatinGap.Stands(CharacterClass.Han, '天', CharacterClass.Latin, c, hasSpace)
        : LatinGap.Stands(CharacterClass.Latin, c, CharacterClass.Han, '天', hasSpace);

    private static bool Stands(string pair, bool hasSpace) =>
        LatinGap.Stands(CharacterTable.ClassOf(pair[0]), pair[0], CharacterTable.ClassOf(pair[1]), pair[1], hasSpace);
}
