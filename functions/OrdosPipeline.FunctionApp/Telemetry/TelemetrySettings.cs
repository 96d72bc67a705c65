using Azure.Core;
using Azure.Identity;

namespace OrdosPipeline.FunctionApp.Telemetry;

/// <summary>Where telemetry goes, by the names that Azure and OpenTelemetry give to these settings.</summary>
/// <param name="ApplicationInsights">Connection string; null where nothing is sent there.</param>
/// <param name="Credential">By which it is sent there; null where the connection string alone suffices.</param>
/// <param name="HasOtlp">Whether the address of an OTLP receiver is set; the exporter itself reads which, and how to reach it.</param>
internal sealed record TelemetrySettings(string? ApplicationInsights, TokenCredential? Credential, bool HasOtlp)
{
    public bool IsSent => ApplicationInsights is not null || HasOtlp;

    /// <param name="setting">Looks a setting up by its name.</param>
    /// <exception cref="InvalidOperationException"><c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c> is not of the documented form.</exception>
    public static TelemetrySettings Read(Func<string, string?> setting) => new(
        Text(setting("APPLICATIONINSIGHTS_CONNECTION_STRING")),
        Text(setting("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")) is { } authentication ? CredentialOf(authentication) : null,
        new[] { setting("OTEL_EXPORTER_OTLP_ENDPOINT"), setting("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"), setting("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"), setting("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT") }
            .Any(address => Text(address) is not null));

    /// <summary><c>Authorization=AAD</c> for the system-assigned identity, <c>ClientId=…;Authorization=AAD</c> for a user-assigned one, as the Functions host reads it.</summary>
    private static ManagedIdentityCredential CredentialOf(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("Authorization", out var kind) || !kind.Equals("AAD", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("APPLICATIONINSIGHTS_AUTHENTICATION_STRING must be Authorization=AAD, with ClientId=… before it for a user-assigned identity.");
        return new ManagedIdentityCredential(parts.TryGetValue("ClientId", out var client) ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
