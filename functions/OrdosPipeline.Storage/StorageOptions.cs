namespace OrdosPipeline.Storage;

/// <summary>Where the system's blobs and tables are: a connection string, or the addresses of the services and an identity.</summary>
public sealed record StorageOptions
{
    /// <summary>The name of the connection, as the functions' triggers give it.</summary>
    public const string ConnectionName = "Storage";

    /// <summary>Null where <see cref="BlobServiceUri"/> and <see cref="TableServiceUri"/> are used.</summary>
    public string? ConnectionString { get; init; }

    public Uri? BlobServiceUri { get; init; }

    public Uri? TableServiceUri { get; init; }

    /// <summary>Of the host's queues, from which a replay takes poison messages; null where they are left alone.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>Of a user-assigned managed identity; null for the system-assigned one or whoever is signed in.</summary>
    public string? ClientId { get; init; }

    /// <summary>Before the names of containers (with a hyphen) and tables, so that two systems can share an account.</summary>
    /// <value>Default empty. At most 20 lower-case letters and digits, a letter first.</value>
    public string Prefix { get; init; } = "";

    /// <summary>The same for the container <c>incoming</c>, so that two derived systems can share one inbox.</summary>
    /// <value>Default null: <see cref="Prefix"/>.</value>
    public string? IncomingPrefix { get; init; }

    /// <summary>
    /// Reads the settings by which Azure Functions configures a connection named <c>Storage</c>: <c>Storage</c> itself as a
    /// connection string, or <c>Storage__blobServiceUri</c>, <c>Storage__tableServiceUri</c>, <c>Storage__queueServiceUri</c>
    /// and <c>Storage__clientId</c>; and <c>Storage__prefix</c>, <c>Storage__incomingPrefix</c>.
    /// </summary>
    /// <param name="setting">Gives a setting by name. Environment variables reach configuration with <c>:</c> for <c>__</c>; both are asked for.</param>
    /// <exception cref="InvalidOperationException">Neither way to connect is configured, or an address is none.</exception>
    public static StorageOptions Read(Func<string, string?> setting)
    {
        var options = new StorageOptions
        {
            ConnectionString = Text(setting(ConnectionName)),
            BlobServiceUri = Address("blobServiceUri"),
            TableServiceUri = Address("tableServiceUri"),
            QueueServiceUri = Address("queueServiceUri"),
            ClientId = Part("clientId"),
            Prefix = Part("prefix") ?? "",
            IncomingPrefix = Part("incomingPrefix"),
        };
        if (options.ConnectionString is null && (options.BlobServiceUri is null || options.TableServiceUri is null))
        {
            throw new InvalidOperationException(
                $"No storage is configured. Set {ConnectionName} to a connection string, or {ConnectionName}__blobServiceUri and {ConnectionName}__tableServiceUri.");
        }

        return options;

        string? Part(string name) => Text(setting($"{ConnectionName}__{name}")) ?? Text(setting($"{ConnectionName}:{name}"));

        Uri? Address(string name) => Part(name) switch
        {
            null => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var address) => address,
            var text => throw new InvalidOperationException($"{ConnectionName}__{name} is '{text}', which is not an address."),
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
