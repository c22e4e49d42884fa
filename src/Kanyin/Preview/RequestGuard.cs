using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;

namespace Kanyin.Preview;

/// <summary>
/// Who may ask. Every page that a browser has open can send requests to this machine; what they lack is the secret in the
/// address, and what gives them away is the name they ask for (DNS rebinding) and where they say they come from.
/// </summary>
/// <param name="authority">127.0.0.1:4617</param>
internal sealed class RequestGuard(string authority)
{
    private const int SecretBytes = 16;

    /// <summary>The first part of every path.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <returns>0 for a request that may be answered, else the HTTP status to refuse it with.</returns>
    public int Refusal(string method, string path, NameValueCollection headers)
    {
        if (method is not ("GET" or "HEAD"))
        {
            return 405;
        }

        if (headers["Host"] != authority)
        {
            return 421;
        }

        var isForeign = headers["Origin"] is { } origin && origin != "http://" + authority;
        if (isForeign || headers["Sec-Fetch-Site"] is not (null or "same-origin" or "none"))
        {
            return 403;
        }

        var secret = path.Split('/', 3) is ["", var first, _] ? first : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret)) ? 0 : 404;
    }
}
