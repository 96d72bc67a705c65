using System.Buffers;
using System.Collections.Frozen;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>
/// Finds records of the catalogue by code, exact name, alias, or a name with harmless differences. What is not found is told
/// apart: misspelt, ambiguous, or nobody's. Never a silent guess. Safe to use from several threads.
/// </summary>
public sealed class NameMatcher<T>
    where T : class
{
    /// <summary>So many that a unit can tell which of them is meant; texts name the first few.</summary>
    private const int MostOffered = 50;

    private static readonly SearchValues<char> CodeLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly UnitTable units;
    private readonly Func<T, string> identity;
    private readonly FrozenDictionary<string, T> codes;
    private readonly FrozenDictionary<string, T> exact;
    private readonly FrozenDictionary<string, T?> loose;
    private readonly Name[] names;
    private readonly bool hasNumericCodes;
    private readonly string[] places;

    /// <param name="records">Each with its code, name and aliases.</param>
    /// <param name="units">Tells units in brackets from parts of a name.</param>
    /// <param name="identity">Records with the same identity are one: two targets of one series.</param>
    /// <param name="places">What the whole city is called: in front of a name it says nothing (鄂尔多斯市固定资产投资).</param>
    public NameMatcher(IEnumerable<(T Record, string Code, IEnumerable<string> Names)> records, UnitTable units, Func<T, string> identity, IEnumerable<string>? places = null)
    {
        this.places = [.. (places ?? []).Select(place => NameKey.Of(place, null).Loose).Where(place => place.Length > 1).OrderByDescending(place => place.Length)];
        this.units = units;
        this.identity = identity;
        var all = records.Select(r => (r.Record, r.Code, Names: r.Names.Where(n => n.Length > 0).ToArray())).ToArray();
        codes = all.ToFrozenDictionary(r => CompactText.Of(r.Code), r => r.Record, StringComparer.Ordinal);
        var exactKeys = new Dictionary<string, T>(StringComparer.Ordinal);
        var looseKeys = new Dictionary<string, T?>(StringComparer.Ordinal);
        var searched = new List<Name>();
        foreach (var (record, _, spellings) in all)
        {
            foreach (var spelling in spellings)
            {
                var key = NameKey.Of(spelling, units);
                exactKeys.TryAdd(key.Exact, record);
                exactKeys.TryAdd(CompactText.Of(spelling), record);
                // Two records that differ in punctuation only are told apart by their exact names alone.
                looseKeys[key.Loose] = looseKeys.TryGetValue(key.Loose, out var other) && (other is null || identity(other) != identity(record)) ? null : other ?? record;
                searched.Add(new Name(key.Loose, EditDistance.Signature(key.Loose), record));
            }
        }

        exact = exactKeys.ToFrozenDictionary(StringComparer.Ordinal);
        loose = looseKeys.ToFrozenDictionary(StringComparer.Ordinal);
        names = [.. searched];
        hasNumericCodes = codes.Keys.Any(code => code.All(char.IsAsciiDigit));
    }

    /// <summary>What <paramref name="code"/> and <paramref name="name"/> mean together; either may be empty.</summary>
    public NameMatch<T> Match(string code, string name)
    {
        var codeKey = CompactText.Of(code);
        if (codeKey.Length == 0 || MissingMarks.IsMissing(codeKey))
            return MatchName(name);
        if (codes.TryGetValue(codeKey, out var record))
            return MatchNameOf(record, name);
        // 1, 2, 3 in a column of numbers beside the names are no codes.
        if (!hasNumericCodes && codeKey.All(char.IsAsciiDigit) && !string.IsNullOrWhiteSpace(name))
            return MatchName(name);
        if (Find(code) is { } named)
            return MatchNameOf(named, name);
        var byName = Find(name);
        var near = codes.Where(pair => EditDistance.Between(codeKey, pair.Key, 1) <= 1).Select(pair => pair.Value);
        return new(NameOutcome.Unknown, null, Distinct((byName is null ? [] : new[] { byName }).Concat(near.OrderBy(identity, StringComparer.Ordinal))), ByCode: true);
    }

    /// <summary>The record whose code, name or alias <paramref name="text"/> is, apart from harmless differences; null where there is none or more than one.</summary>
    public T? Find(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
            return null;
        if (codes.TryGetValue(CompactText.Of(text), out var byCode) || exact.TryGetValue(CompactText.Of(text), out byCode))
            return byCode;
        var key = NameKey.Of(text, units);
        if (exact.TryGetValue(key.Exact, out var byName) || loose.TryGetValue(key.Loose, out byName))
            return byName;
        var bare = WithoutTotal(WithoutPlace(key.Loose) ?? key.Loose);
        return bare.Length < key.Loose.Length && loose.TryGetValue(bare, out byName) ? byName : null;
    }

    // 固定资产投资合计 is the whole of it.
    private static string WithoutTotal(string key) =>
        key.Length > 3 && (key.EndsWith("合计", StringComparison.Ordinal) || key.EndsWith("总计", StringComparison.Ordinal)) ? key[..^2] : key;

    private string? WithoutPlace(string key) =>
        Array.Find(places, place => key.Length > place.Length + 1 && key.StartsWith(place, StringComparison.Ordinal)) is { } place ? key[place.Length..] : null;

    private NameMatch<T> MatchName(string name)
    {
        if (CompactText.Of(name).Length == 0)
            return new(NameOutcome.Missing, null, [], ByCode: false);
        if (Find(name) is { } record)
            return new(NameOutcome.Found, record, [], ByCode: false);
        if (MatchCodeAndName(name) is { } both)
            return both;
        if (NumberText.IsErrorValue(CompactText.Of(name)))
            return new(NameOutcome.Unknown, null, [], ByCode: false);
        var key = NameKey.Of(name, units).Loose;
        key = WithoutPlace(key) ?? key;
        if (key.Length < 2 || key.Length > 200)
            return new(NameOutcome.NotInPlan, null, [], ByCode: false);

        var signature = EditDistance.Signature(key);
        var alike = new List<(T Record, int Distance)>();
        var near = new List<(T Record, int Distance)>();
        foreach (var candidate in names)
        {
            if ((signature & ~candidate.Signature) == 0 && candidate.Key.Contains(key, StringComparison.Ordinal))
            {
                alike.Add((candidate.Record, candidate.Key.Length - key.Length));
            }

            var most = key.Length >= 10 && Math.Abs(candidate.Key.Length - key.Length) <= 1 ? 2 : 1;
            if (Math.Abs(candidate.Key.Length - key.Length) > most || ulong.PopCount(signature ^ candidate.Signature) > (ulong)(2 * most))
                continue;
            var distance = EditDistance.Between(key, candidate.Key, most);
            if (distance > most || OtherThings.Are(key, candidate.Key))
                continue;
            if (distance <= 1 && key.Length >= 4)
                alike.Add((candidate.Record, distance));
            // One letter of a name of four may be another thing (煤炭产量, 煤炭产能); of a longer one it is a slip.
            if (distance > 1 || Math.Max(key.Length, candidate.Key.Length) >= 5)
                near.Add((candidate.Record, distance));
        }

        var several = Distinct(alike.OrderBy(a => a.Distance).ThenBy(a => identity(a.Record), StringComparer.Ordinal).Select(a => a.Record));
        if (several.Count > 1)
            return new(NameOutcome.Ambiguous, null, several, ByCode: false);
        var nearest = Distinct(near.OrderBy(n => n.Distance).ThenBy(n => identity(n.Record), StringComparer.Ordinal).Select(n => n.Record));
        return nearest.Count > 0
            ? new(NameOutcome.Unknown, null, nearest, ByCode: false)
            : new(NameOutcome.NotInPlan, null, [], ByCode: false);
    }

    // Both in one cell: H03 固定资产投资.
    private NameMatch<T>? MatchCodeAndName(string text)
    {
        var compact = CompactText.Of(text);
        var length = compact.AsSpan().IndexOfAnyExcept(CodeLetters);
        return length > 1 && !char.IsAsciiDigit(compact[0]) && codes.TryGetValue(compact[..length], out var record)
            && MatchNameOf(record, compact[length..].TrimStart('.', '、', ':', '-', '_', ',')) is var match
            ? match with { ByCode = false }
            : null;
    }

    private NameMatch<T> MatchNameOf(T record, string name)
    {
        var found = new NameMatch<T>(NameOutcome.Found, record, [], ByCode: true);
        if (CompactText.Of(name).Length == 0)
            return found;
        var match = MatchName(name);
        // A misspelt or shortened name beside a right code does no harm.
        return match.Item is { } item && identity(item) == identity(record) || match.Offered.Any(offered => identity(offered) == identity(record))
            || IsPartOf(record, name)
            ? found
            : new(NameOutcome.NameMismatch, record, match.Item is null ? match.Offered : [match.Item], ByCode: false);
    }

    private bool IsPartOf(T record, string name)
    {
        var key = NameKey.Of(name, units).Loose;
        return key.Length >= 2 && names.Any(n => identity(n.Record) == identity(record) && (n.Key.Contains(key, StringComparison.Ordinal) || key.Contains(n.Key, StringComparison.Ordinal)));
    }

    private List<T> Distinct(IEnumerable<T> records) => [.. records.DistinctBy(identity).Take(MostOffered)];

    private readonly record struct Name(string Key, ulong Signature, T Record);
}
