using CsCheck;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Reading;

public sealed class NearestTests
{
    private static readonly Gen<string> _name = Gen.OneOf(Gen.Char["abAB/."], Gen.Char["章节图一二"]).Array[0, 12].Select(c => new string(c));

    [Theory]
    [InlineData("secnod.md", "second.md")]
    [InlineData("SECOND.MD", "second.md")]
    [InlineData("thrid.md", "third.md")]
    [InlineData("nothing-like-it.md", null)]
    public void The_name_most_like_a_mistyped_one_is_found(string typed, string? nearest) =>
        Assert.Equal(nearest, Nearest.To(typed, ["first.md", "second.md", "third.md"]));

    [Fact]
    public void Of_names_equally_alike_the_one_that_begins_alike_comes_first_then_the_first_in_order()
    {
        Assert.Equal("b2", Nearest.To("b3", ["a3", "b4", "b2"]));
        Assert.Equal("x.md", Nearest.To("w.md", ["z.md", "y.md", "x.md"]));
    }

    [Fact]
    public void It_is_the_least_of_all_distances_whatever_the_order_of_the_names() =>
        Gen.Select(_name, _name.Array[0, 8]).Sample((typed, names) =>
        {
            var expected = names
                .Select(name => (Name: name, Distance: Levenshtein(typed.ToLowerInvariant(), name.ToLowerInvariant())))
                .Where(c => c.Distance <= Math.Max(2, typed.Length / 3))
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Name.Length > 0 && typed.StartsWith(c.Name[..1], StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => c.Name)
                .FirstOrDefault();
            Assert.Equal(expected, Nearest.To(typed, names));
            Assert.Equal(expected, Nearest.To(typed, names.Reverse()));
        });

    /// <summary>The recursion that defines it.</summary>
    private static int Levenshtein(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return distances[a.Length, b.Length];
    }
}
