using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>
/// Callers by keys, which the settings <c>Auth:Keys:{name}</c> give with their roles. A key comes in the header
/// <c>x-functions-key</c> or as <c>code</c>, as keys of the platform do.
/// </summary>
/// <remarks>
/// The platform's own keys would not do: it says to the app neither a key's name nor its role, and which functions want
/// one is compiled in, so that with Entra ID a key would be wanted too.
/// </remarks>
internal sealed class KeyCallers : ICallerSource
{
    public const string Section = "Auth:Keys";
    public const string HeaderName = "x-functions-key";
    public const string QueryName = "code";

    /// <summary>96 bits in hexadecimal digits; what is shorter can be guessed.</summary>
    private const int ShortestKey = 24;

    private readonly List<(byte[] Digest, Caller Caller)> keys = [];

    /// <exception cref="InvalidOperationException">A key is set wrongly.</exception>
    public KeyCallers(IConfiguration configuration, Questions questions)
    {
        foreach (var setting in configuration.GetSection(Section).GetChildren())
        {
            var key = setting["Key"] ?? "";
            if (key.Length < ShortestKey)
                throw new InvalidOperationException($"{setting.Path}:Key must have at least {ShortestKey} characters.");
            var digest = Digest(key);
            if (keys.Any(known => known.Digest.AsSpan().SequenceEqual(digest)))
                throw new InvalidOperationException($"{setting.Path}:Key is the key of another name.");
            keys.Add((digest, RoleText.Caller(setting.Key, setting["Department"] is { Length: > 0 } department ? $"{setting["Role"]}.{department}" : setting["Role"] ?? "", questions)
                ?? throw new InvalidOperationException($"{setting.Path}:Role must be reader, administrator, or department with {setting.Path}:Department.")));
        }
    }

    /// <summary>How many keys there are; without one nobody is let in.</summary>
    public int Count => keys.Count;

    public string Challenge => $"Key header=\"{HeaderName}\"";

    public Caller Identify(HttpRequest request)
    {
        string? given = request.Headers[HeaderName];
        given ??= request.Query[QueryName];
        if (string.IsNullOrEmpty(given))
        {
            throw new ProblemException(Problem.Unauthenticated(
                $"请在请求头 {HeaderName} 中给出密钥。", $"Send a key in the header {HeaderName}."));
        }

        var digest = Digest(given);
        Caller? caller = null;
        foreach (var known in keys)
        {
            // Every key is compared, in constant time, so that the time tells nothing.
            if (CryptographicOperations.FixedTimeEquals(digest, known.Digest))
                caller = known.Caller;
        }

        return caller ?? throw new ProblemException(Problem.Unauthenticated("密钥无效。", "The key is not known."));
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
