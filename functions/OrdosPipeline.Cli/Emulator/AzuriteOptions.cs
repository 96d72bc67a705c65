namespace OrdosPipeline.Cli.Emulator;

/// <summary>How an emulator is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where the emulator keeps its data.</summary>
    /// <value>Default null: a temporary folder that is deleted when the emulator stops.</value>
    public string? DataFolder { get; init; }

    /// <summary>Where the emulator program is installed on first use.</summary>
    /// <value>Default: <c>ordos</c> in the user's local application data.</value>
    public string CacheFolder { get; init; } = AzuriteInstallation.DefaultCacheFolder;

    /// <summary>Told, in English, about steps that take seconds.</summary>
    public IProgress<string>? Progress { get; init; }
}
