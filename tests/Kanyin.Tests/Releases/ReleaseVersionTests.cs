using Kanyin.Releases;
using Xunit;

namespace Kanyin.Tests.Releases;

public sealed class ReleaseVersionTests
{
    [Theory]
    [InlineData("v1.2.0-0-g0a1b2c3", "1.2.0")]
    [InlineData("v1.2.0-3-g0a1b2c3", "1.2.1-alpha.0.3")]
    [InlineData("v1.2.0-rc.1-0-g0a1b2c3", "1.2.0-rc.1")]
    [InlineData("v1.2.0-rc.1-3-g0a1b2c3", "1.2.0-rc.1.3")]
    [InlineData("v10.20.30-12-gabcdef0", "10.20.31-alpha.0.12")]
    public void A_version_comes_from_the_tag_and_the_commits_since(string described, string version) => Assert.Equal(version, ReleaseVersion.Parse(described).Text);

    [Theory]
    [InlineData("v1-0-g0a1b2c3")]
    [InlineData("v1.2-3-g0a1b2c3")]
    [InlineData("v2026.11.26.1-0-g0a1b2c3")]
    public void A_tag_that_is_no_version_is_refused(string described) => Assert.Throws<RefusedException>(() => ReleaseVersion.Parse(described));

    [Fact]
    public void Without_a_tag_the_commits_count() => Assert.Equal("0.0.0-alpha.0.7", ReleaseVersion.Untagged(7).Text);
}
