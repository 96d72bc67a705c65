using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage;

/// <summary>Every PartitionKey and RowKey of the system, and the ranges that questions ask for. TABLES.md explains the choice.</summary>
/// <remarks>
/// A key is a list of parts with <c>|</c> between them. A key must have at most 1,024 characters, none of them
/// <c>/ \ # ?</c> or a control character (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model);
/// a part has at most <see cref="LongestPart"/> and a key at most five parts.
/// </remarks>
internal static class TableKeys
{
    /// <summary>5 parts of 180 and 4 separators make 904 characters.</summary>
    public const int LongestPart = 180;

    private const char Separator = '|';

    // The character after the separator: what starts with 'a|' lies from 'a|' up to but not including 'a}'.
    private const char AfterSeparator = '}';

    public static string ObservationPartition(string plan, string indicator) => Key(plan, indicator);

    public static string ObservationRow(string region, Period period) => Key(region, period.ToString());

    public static string ObservationHistoryRow(string region, Period period, Origin origin) => Key(region, period.ToString(), Instant(origin.UploadedAt), origin.Submission);

    public static string ProjectPartition(string plan, string project) => Key(plan, project);

    public static string ProjectRow(Period period) => Key(period.ToString());

    public static string ProjectHistoryRow(Period period, Origin origin) => Key(period.ToString(), Instant(origin.UploadedAt), origin.Submission);

    public static string SubmissionPartition(string department) => Key(department);

    public static string SubmissionRow(string submission) => Key(submission);

    public static string FindingPartition(string submission) => Key(submission);

    /// <param name="ordinal">0-based place in the record.</param>
    public static string FindingRow(int ordinal) => Key(ordinal.ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Every return of one quarter, which is what completeness and the faults of a quarter are told from.</summary>
    public static string QuarterSubmissionPartition(string plan, ReportingQuarter quarter) => Key(plan, quarter.ToString());

    public static string QuarterSubmissionRow(string department, DateTimeOffset uploadedAt, string submission) => Key(department, Instant(uploadedAt), submission);

    /// <summary>One month in China: acts are few, and are asked for by time.</summary>
    public static string AuditPartition(DateTimeOffset at) => Key(ChinaTime.MonthOf(at));

    public static string AuditRow(DateTimeOffset at, string act) => Key(Instant(at), act);

    public static string CataloguePartition(string plan, string kind) => Key(plan, kind);

    public static string CatalogueRow(string id) => Key(id);

    public static string SummaryPartition(string plan, ReportingQuarter quarter) => Key(plan, quarter.ToString());

    public static string ReturnPartition(string plan, ReportingQuarter quarter) => Key(plan, quarter.ToString());

    public static string ReturnRow(string notice, string department) => Key(notice, department);

    /// <summary>Before every row: <c>head</c> sorts before <c>v0001</c>.</summary>
    public static string SummaryHeadRow(int version) => Key("head", Version(version));

    public static string SummaryRow(int version, string kind, string id) => Key(Version(version), KindOrder(kind), id);

    /// <summary>The keys that begin with the parts given and go on.</summary>
    public static KeyRange StartingWith(params ReadOnlySpan<string> parts)
    {
        var key = Key(parts);
        return new KeyRange(key + Separator, key + AfterSeparator);
    }

    /// <summary>A range that holds the history keys of the current rows given, at least one, and others between them.</summary>
    /// <remarks>Not from the first to the last current key: 2023Q3 sorts before 2023Q3YTD, but 2023Q3| after 2023Q3YTD|.</remarks>
    public static KeyRange HistoriesOf(IReadOnlyCollection<string> currentRows) => new(
        currentRows.Select(row => row + Separator).Min(StringComparer.Ordinal)!,
        currentRows.Select(row => row + AfterSeparator).Max(StringComparer.Ordinal)!);

    public static KeyRange SummaryHeads { get; } = StartingWith("head");

    public static KeyRange SummaryVersion(int version) => StartingWith(Version(version));

    /// <summary>The rows of one kind of a version.</summary>
    public static KeyRange SummaryKind(int version, string kind) => StartingWith(Version(version), KindOrder(kind));

    /// <summary>The rows of one indicator among those of a kind whose ids go on with a region after a dot.</summary>
    public static KeyRange SummaryRegions(int version, string kind, string indicator)
    {
        var key = Key(Version(version), KindOrder(kind), indicator);
        return new KeyRange(key + '.', key + '/');
    }

    private static string Version(int version) => version is > 0 and < 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"v{version:D4}")
        : throw new ArgumentOutOfRangeException(nameof(version), version, "A version is 1 to 9999.");

    private static string KindOrder(string kind) => Core.Reporting.SummaryRow.Kinds.ToList().IndexOf(kind) is >= 0 and var index
        ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}{kind}")
        : throw new ArgumentException($"'{kind}' is not a kind of summary row.", nameof(kind));

    /// <summary>Sorts as text as it does in time.</summary>
    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string Key(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (key.Length > 0)
                key.Append(Separator);
            key.Append(Escape(part));
        }

        return key.ToString();
    }

    /// <summary>
    /// Keeps letters, digits, hyphens and dots; any other UTF-16 unit becomes <c>~</c> and four hexadecimal digits, and an
    /// empty part <c>_</c>. As <c>~</c> and <c>_</c> never stand for themselves, different parts give different text. Of a
    /// part that grows too long the end is replaced by <c>~~</c> and its SHA-256.
    /// </summary>
    private static string Escape(string part)
    {
        if (part.Length == 0)
            return "_";
        if (part.Length <= LongestPart && part.All(StandsForItself))
            return part;
        var escaped = new StringBuilder();
        foreach (var c in part)
        {
            if (StandsForItself(c))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"~{(int)c:X4}");
        }

        if (escaped.Length <= LongestPart)
            return escaped.ToString();
        var digest = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(part.AsSpan())));
        return string.Concat(escaped.ToString().AsSpan(0, LongestPart - 2 - digest.Length), "~~", digest);
    }

    private static bool StandsForItself(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' || (c > '\u009f' && char.IsLetterOrDigit(c));
}

/// <summary>The keys from one to another.</summary>
/// <param name="From">Included.</param>
/// <param name="Before">Not included.</param>
internal readonly record struct KeyRange(string From, string Before);
