using Kanyin.Online;
using Xunit;

namespace Kanyin.Tests.Online;

/// <summary>RFC 9309.</summary>
public sealed class RobotsTests
{
    [Theory]
    [InlineData("", "/x", true)]
    [InlineData("User-agent: *\nDisallow:\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n", "/x", false)]
    [InlineData("user-agent: *\r\ndisallow: /a # private\r\n", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: kanyin\nDisallow: /only\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: kanyin\nDisallow: /only\n", "/only", false)]
    [InlineData("User-agent: other\nUser-agent: Kanyin\nDisallow: /x\n", "/x", false)]
    [InlineData("User-agent: other\nDisallow: /x\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a$\n", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$\n", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c\n", "/axxbxxc", false)]
    [InlineData("<html>not found</html>", "/x", true)]
    public void The_longest_rule_of_our_group_decides(string text, string path, bool allows) => Assert.Equal(allows, Robots.Parse(text, "Kanyin").Allows(path));
}
