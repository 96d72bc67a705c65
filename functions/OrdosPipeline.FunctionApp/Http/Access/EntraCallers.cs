using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>
/// Callers by Entra ID, as App Service authentication puts them into the header <c>X-MS-CLIENT-PRINCIPAL</c>
/// (learn.microsoft.com/azure/app-service/configure-authentication-user-identities). The platform takes such a header away
/// from every request that comes from outside; without the platform anybody could write one, so nothing starts then.
/// </summary>
internal sealed class EntraCallers : ICallerSource
{
    public const string HeaderName = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Set by the platform where its authentication is on.</summary>
    private const string PlatformSetting = "WEBSITE_AUTH_ENABLED";

    private const int LongestHeader = 64 * 1024;

    private static readonly string[] TenantClaims = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private static readonly string[] NameClaims = ["preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "name", "appid", "azp"];

    private readonly string tenant;
    private readonly Dictionary<string, string> roleOfGroup;
    private readonly Questions questions;
    private readonly TimeProvider clock;

    /// <exception cref="InvalidOperationException">The platform's authentication is off, or a setting is missing.</exception>
    public EntraCallers(IConfiguration configuration, Questions questions, TimeProvider clock)
    {
        (this.questions, this.clock) = (questions, clock);
        if (!bool.TryParse(configuration[PlatformSetting], out var isOn) || !isOn)
            throw new InvalidOperationException($"Auth:Mode is EntraId, but App Service authentication is not on ({PlatformSetting}): anybody could write {HeaderName}.");
        tenant = configuration["Auth:Tenant"] is { Length: > 0 } id ? id : throw new InvalidOperationException("Auth:Mode is EntraId, so Auth:Tenant must be the tenant's id.");
        roleOfGroup = (configuration["Auth:Groups"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(
                pair => pair[0],
                pair => pair is [_, var role] && RoleText.Caller(pair[0], role, questions) is not null
                    ? role
                    : throw new InvalidOperationException($"Auth:Groups has '{string.Join('=', pair)}'; write group=reader, group=administrator or group=department.code, separated by semicolons."),
                StringComparer.OrdinalIgnoreCase);
    }

    public string Challenge => "Bearer";

    public Caller Identify(HttpRequest request)
    {
        var claims = Claims(request);
        if (!claims.Any(claim => TenantClaims.Contains(claim.Type, StringComparer.Ordinal) && claim.Value.Equals(tenant, StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(Problem.Unauthenticated("登录账号不属于本单位的租户。", "The account is of another tenant."));
        if (claims.FirstOrDefault(claim => claim.Type == "exp") is { } expiry
            && !(long.TryParse(expiry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds))
            throw new ProblemException(Problem.Unauthenticated("登录已过期，请重新登录。", "The sign-in has expired."));

        var name = NameClaims.Select(type => claims.FirstOrDefault(claim => claim.Type == type)?.Value).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "?";
        var callers = claims.Where(claim => RoleClaims.Contains(claim.Type, StringComparer.Ordinal)).Select(claim => claim.Value)
            .Concat(claims.Where(claim => claim.Type == "groups").Select(claim => roleOfGroup.GetValueOrDefault(claim.Value) ?? ""))
            .Select(role => Known(name, role))
            .OfType<Caller>()
            .Distinct()
            .OrderByDescending(caller => caller.Role is Role.Administrator ? 2 : caller.Role is Role.Reader ? 1 : 0)
            .ToList();
        return callers switch
        {
            [] => throw new ProblemException(Problem.Forbidden($"账号 {name} 没有任何角色。", $"The account {name} has no role.")),
            [{ Role: Role.Department }, _, ..] => throw new ProblemException(Problem.Forbidden(
                $"账号 {name} 属于多个部门，无法判断代表哪一个。", $"The account {name} is of several departments.")),
            [var first, ..] => first,
        };
    }

    /// <summary>A role of a department that no plan has is none.</summary>
    private Caller? Known(string name, string role)
    {
        try
        {
            return RoleText.Caller(name, role, questions);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static List<Claim> Claims(HttpRequest request)
    {
        string? header = request.Headers[HeaderName];
        if (string.IsNullOrEmpty(header))
            throw new ProblemException(Problem.Unauthenticated("请先登录。", "Sign in first."));
        try
        {
            if (header.Length <= LongestHeader
                && JsonSerializer.Deserialize<Principal>(Encoding.UTF8.GetString(Convert.FromBase64String(header)), JsonSerializerOptions.Web) is { AuthTyp: "aad", Claims: { } claims }
                && claims.All(claim => claim is { Typ: not null, Val: not null }))
                return [.. claims.Select(claim => new Claim(claim.Typ!, claim.Val!))];
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Refused below like every other header that the platform does not write.
        }

        throw new ProblemException(Problem.Unauthenticated("登录信息无法识别。", "The sign-in cannot be read."));
    }

    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("auth_typ")] string? AuthTyp,
        IReadOnlyList<PrincipalClaim>? Claims);

    private sealed record PrincipalClaim(string? Typ, string? Val);

    private sealed record Claim(string Type, string Value);
}
