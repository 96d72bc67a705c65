using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OrdosPipeline.Core.Plan;

/// <summary>The units that the plan's <c>units.csv</c> knows, found by symbol or alias.</summary>
public sealed class UnitTable
{
    private readonly FrozenDictionary<string, MeasureUnit> bySpelling;

    /// <param name="units">Each unit with its aliases.</param>
    /// <exception cref="ArgumentException">Two units share a spelling.</exception>
    public UnitTable(IEnumerable<(MeasureUnit Unit, IReadOnlyList<string> Aliases)> units)
    {
        var spellings = new Dictionary<string, MeasureUnit>(StringComparer.Ordinal);
        var all = new List<MeasureUnit>();
        foreach (var (unit, aliases) in units)
        {
            all.Add(unit);
            foreach (var spelling in aliases.Prepend(unit.Symbol).Select(Normalise).Distinct(StringComparer.Ordinal))
            {
                if (!spellings.TryAdd(spelling, unit))
                    throw new ArgumentException($"The spelling '{spelling}' belongs to {spellings[spelling].Symbol} and to {unit.Symbol}.", nameof(units));
            }
        }

        bySpelling = spellings.ToFrozenDictionary(StringComparer.Ordinal);
        All = all;
        Spellings = [.. bySpelling.Keys.OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal)];
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<MeasureUnit> All { get; }

    /// <summary>Every known spelling after <see cref="Normalise"/>, the longest first.</summary>
    public IReadOnlyList<string> Spellings { get; }

    /// <summary>Finds the unit that <paramref name="text"/> spells, whatever its width, case or blanks.</summary>
    public bool TryFind(string text, [NotNullWhen(true)] out MeasureUnit? unit) => bySpelling.TryGetValue(Normalise(text), out unit);

    /// <summary>NFKC, without blanks, in upper case where letters have one: the form in which spellings are compared.</summary>
    public static string Normalise(string text) => CompactText.Of(text);
}
