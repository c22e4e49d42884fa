using System.Text;
using System.Text.RegularExpressions;
using Kanyin.Books.Mathematics;
using Kanyin.Editions.Mathematics;
using Kanyin.Tests.Typesetting.Mathematics;
using Xunit;

namespace Kanyin.Tests.Mathematics;

/// <summary>Every sign, command and environment that KaTeX has, by the list in Katex.txt.</summary>
public sealed partial class KatexTests
{
    /// <summary>Where the sign that we set is not KaTeX's, which picks what its own faces have.</summary>
    private static readonly Dictionary<string, string> _otherSigns = new(StringComparer.Ordinal)
    {
        ["ncong"] = "≇", // Unicode's name: neither approximately nor actually equal to; ≆ is \simneqq
        ["cdotp"] = "·", // the punctuation mark; ⋅ is the operator \cdot
        ["vert"] = "|", // as unicode-math: ∣ is the relation \mid
        ["lvert"] = "|",
        ["rvert"] = "|",
        ["Vert"] = "‖", // as unicode-math: ∥ is the relation \parallel
        ["|"] = "‖",
        ["lVert"] = "‖",
        ["rVert"] = "‖",
        ["textbardbl"] = "‖",
    };

    /// <summary>What is read and set, but loses something that no book can show; each is reported as MATH007.</summary>
    private static readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal)
    {
        [@"\href"] = "a link within a formula has no place to be clicked; its text is set",
        [@"\htmlStyle"] = "a style sheet's words mean nothing on paper; what they dress is set",
        [@"\includegraphics"] = "a picture stands in the Markdown, where its size and its alt text are; its words are set",
        [@"\reflectbox"] = "copied text cannot be mirrored; it is set the right way round",
        [@"\mathreflectbox"] = "the same",
    };

    /// <summary>Pieces that are read but not seen or not chosen.</summary>
    private static readonly string[] _unseen = [@"\phantom", @"\vphantom", @"\hphantom", @"\mathchoice"];

    public static TheoryData<string> Parts => [.. Lines().Where(l => l.Heading.StartsWith("class", StringComparison.Ordinal) || l.Heading.StartsWith("typed", StringComparison.Ordinal)).Select(l => l.Heading).Distinct()];

    private static IEnumerable<string> Uses => Words("use").Concat(Words("environment"));

    [Fact]
    public void The_list_is_whole() => Assert.True(Lines().Sum(l => l.Text.Split(' ').Length) > 1_200);

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_sign_is_KaTeXs_by_its_code_point_and_its_class(string heading)
    {
        var isTyped = heading.StartsWith("typed", StringComparison.Ordinal);
        var asked = heading.Split(' ')[1];
        foreach (var word in Words(heading))
        {
            var sign = Rune.GetRuneAt(word, 0).ToString();
            var name = word[sign.Length..];
            var tex = isTyped ? sign : asked == "text" ? $@"\text{{\{name}}}" : @"\" + name;
            var formula = Formula.Of($"x{tex} y");
            var expected = isTyped ? Typed(sign) : _otherSigns.GetValueOrDefault(name, sign);

            Assert.Empty(Troubles(tex));
            Assert.Equal(expected, Squeezed(formula.Reading)[1..^1]);
            if (asked is not ("ord" or "text") && ((MathRow)formula.Tree).Items[1] is MathAtom atom)
            {
                Assert.Equal((word, asked), (word, atom.Class.ToString().ToLowerInvariant()));
            }
        }
    }

    [Fact]
    public void Every_command_and_environment_is_read_without_a_finding()
    {
        var found = Uses.SelectMany(use => Troubles(use).Select(t => $"{t.Kind.Id} {t.Message} in {use}")).ToArray();

        Assert.Equal(_refused.Keys.Order(StringComparer.Ordinal), found.Select(f => Command().Match(f).Value).Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.StartsWith(MathFindings.OnlyOnScreens.Id, f, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_a_command_works_on_is_dropped()
    {
        foreach (var use in Uses.Where(u => !_unseen.Any(u.StartsWith)))
        {
            var reading = Formula.Of(use).Reading.Normalize(NormalizationForm.FormD);

            Assert.All(Content().Matches(use), m => Assert.True(reading.Contains(m.Value, StringComparison.Ordinal), $"{m.Value} of {use} is missing in {reading}"));
        }
    }

    [Fact]
    public void All_of_it_is_set_in_print_and_written_as_MathML()
    {
        foreach (var use in Uses)
        {
            var box = SetFormula.Box(use);
            var math = MathMl.Of(Formula.Of(use), isDisplay: true);

            Assert.True(box is { Width: >= -30, Total: >= 0 and < 1_000 }, use);
            Assert.DoesNotContain(math.Descendants(), e => e.Name.LocalName == "merror");
        }
    }

    private static IEnumerable<string> Words(string heading) => Lines().Where(l => l.Heading == heading).SelectMany(l => l.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Heading, string Text)> Lines()
    {
        var heading = "";
        foreach (var line in Gallery.Lines("tests/Kanyin.Tests/Mathematics/Katex.txt"))
        {
            if (line is "use" or "environment" || line.StartsWith("class ", StringComparison.Ordinal) || line.StartsWith("typed ", StringComparison.Ordinal))
            {
                heading = line;
                continue;
            }

            yield return (heading, line);
        }
    }

    /// <summary>A sign between letters that multiplies, and one that is another's twin.</summary>
    private static string Typed(string sign) => sign switch { "·" => "⋅", "⟂" => "⊥", _ => sign };

    private static IReadOnlyList<MathTrouble> Troubles(string tex)
    {
        TexReader.Read(tex, new TexMacros(), out var troubles);
        return troubles;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => c != ' '));

    [GeneratedRegex(@"(?<= in )\\[A-Za-z]+")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<=[{\[&\\(])[a-d](?=[}\]&\\)])")]
    private static partial Regex Content();
}
