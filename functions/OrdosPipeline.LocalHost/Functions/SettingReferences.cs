using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace OrdosPipeline.LocalHost.Functions;

/// <summary>Replaces <c>%Setting%</c> in trigger texts.</summary>
internal static partial class SettingReferences
{
    public static string Resolve(string text, IConfiguration configuration)
        => Reference().Replace(text, match =>
            configuration[match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new InvalidOperationException($"\"{text}\" refers to the setting \"{match.Groups["name"].Value}\", which does not exist."));

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Reference();
}
