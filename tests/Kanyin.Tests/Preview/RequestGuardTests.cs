using System.Collections.Specialized;
using Kanyin.Preview;
using Xunit;

namespace Kanyin.Tests.Preview;

public sealed class RequestGuardTests
{
    private const string Authority = "127.0.0.1:4617";

    private readonly RequestGuard _guard = new(Authority);

    [Theory]
    [InlineData("GET", "{0}/state", Authority, null, null, 0)]
    [InlineData("HEAD", "{0}/", Authority, null, "none", 0)]
    [InlineData("GET", "{0}/state", Authority, "http://127.0.0.1:4617", "same-origin", 0)]
    [InlineData("POST", "{0}/state", Authority, null, null, 405)]
    [InlineData("OPTIONS", "{0}/state", Authority, null, null, 405)]
    [InlineData("GET", "{0}/state", "kanyin.example:4617", null, null, 421)]
    [InlineData("GET", "{0}/state", "localhost:4617", null, null, 421)]
    [InlineData("GET", "{0}/state", null, null, null, 421)]
    [InlineData("GET", "{0}/state", Authority, "http://kanyin.example", null, 403)]
    [InlineData("GET", "{0}/state", Authority, "null", null, 403)]
    [InlineData("GET", "{0}/state", Authority, "http://127.0.0.1:8080", "same-site", 403)]
    [InlineData("GET", "{0}/state", Authority, null, "cross-site", 403)]
    [InlineData("GET", "{0}/state", Authority, null, "same-site", 403)]
    [InlineData("GET", "state", Authority, null, null, 404)]
    [InlineData("GET", "", Authority, null, null, 404)]
    [InlineData("GET", "{0}", Authority, null, null, 404)]
    [InlineData("GET", "{0}0/state", Authority, null, null, 404)]
    [InlineData("GET", "/{0}/state", Authority, null, null, 404)]
    public void Only_the_reader_is_answered(string method, string path, string? host, string? origin, string? site, int refusal)
    {
        var headers = new NameValueCollection { ["Host"] = host, ["Origin"] = origin, ["Sec-Fetch-Site"] = site };
        Assert.Equal(refusal, _guard.Refusal(method, "/" + string.Format(path, _guard.Secret), headers));
    }

    [Fact]
    public void No_two_secrets_are_alike() => Assert.NotEqual(_guard.Secret, new RequestGuard(Authority).Secret);
}
