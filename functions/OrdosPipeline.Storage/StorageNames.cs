using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>The names that containers and tables have in the account.</summary>
internal sealed class StorageNames
{
    private readonly string prefix;
    private readonly string incomingPrefix;

    /// <exception cref="ArgumentException">A prefix would make names that the services refuse.</exception>
    public StorageNames(StorageOptions options)
    {
        prefix = Checked(options.Prefix);
        incomingPrefix = Checked(options.IncomingPrefix ?? options.Prefix);
    }

    /// <summary>3 to 63 lower-case letters, digits and single hyphens.</summary>
    public string Container(string name)
    {
        var before = name == BlobNames.Incoming ? incomingPrefix : prefix;
        return before.Length == 0 ? name : $"{before}-{name}";
    }

    /// <summary>3 to 63 letters and digits, a letter first.</summary>
    public string Table(string name) => prefix + name;

    private static string Checked(string prefix) =>
        prefix.Length <= 20 && prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && (prefix.Length == 0 || char.IsAsciiLetterLower(prefix[0]))
            ? prefix
            : throw new ArgumentException($"The prefix '{prefix}' must be at most 20 lower-case letters and digits, a letter first.");
}
