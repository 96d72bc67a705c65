using System.Globalization;
using Microsoft.Extensions.Configuration;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>Reads the settings of the API; functions/README.md lists them.</summary>
internal static class ApiSettings
{
    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static Limits Limits(Func<string, string?> setting)
    {
        var limits = new Limits();
        if (setting("Api:ExportRows") is not { Length: > 0 } text)
            return limits;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and < XlsxTables.MostRows
            ? limits with { ExportRows = rows }
            : throw new InvalidOperationException($"The setting Api:ExportRows must be 1 to {XlsxTables.MostRows - 1}, not '{text}'.");
    }

    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static ICallerSource Callers(IConfiguration configuration, Questions questions, TimeProvider clock) => configuration["Auth:Mode"] switch
    {
        null or "" or "Keys" => new KeyCallers(configuration, questions),
        "EntraId" => new EntraCallers(configuration, questions, clock),
        var mode => throw new InvalidOperationException($"The setting Auth:Mode must be Keys or EntraId, not '{mode}'."),
    };
}
