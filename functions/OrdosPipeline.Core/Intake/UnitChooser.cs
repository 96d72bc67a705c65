using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Decides in which unit a number is: the one glued to it, else its row's, else its header's, else the unit line's if it fits, else the catalogue's.</summary>
internal sealed class UnitChooser(UnitTable units)
{
    private readonly Dictionary<string, MeasureUnit?> found = new(StringComparer.Ordinal);

    /// <param name="own">The unit of the catalogue; null where the indicator is not known.</param>
    /// <param name="number">What was read of the value.</param>
    /// <param name="valueAt">The value's cell.</param>
    /// <param name="row">The unit that the row states.</param>
    /// <param name="header">The unit in the brackets of the header.</param>
    /// <param name="headerAt">The header's cell.</param>
    /// <param name="line">The unit line above the table.</param>
    public UnitReading Choose(MeasureUnit? own, NumberReading number, CellAddress valueAt, Written? row, string? header, CellAddress headerAt, KeyLine? line)
    {
        if (number.Unit is not null)
            return new(number.Unit, UnitSource.Glued, valueAt, number.Unit.Symbol);
        if (number.Outcome == NumberOutcome.UnitUnknown)
            return new(null, UnitSource.Glued, valueAt, number.UnitText ?? "");
        if (row is { } stated)
            return new(Find(stated.Text), UnitSource.Row, stated.Address, stated.Text);
        if (header is not null)
            return new(Find(header), UnitSource.Header, headerAt, header);
        if (line is not null)
        {
            var parts = line.Value.Split(['、', ',', '，', ';', '；', ' ', '\u3000', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (Find(line.Value) is { } single)
                parts = [single.Symbol];
            var known = parts.Select(Find).OfType<MeasureUnit>().ToList();
            if (own is not null && (known.Find(unit => unit.Symbol == own.Symbol) ?? known.Find(unit => unit.IsCompatibleWith(own))) is { } fitting)
                return new(fitting, UnitSource.Line, line.Address, line.Value);
            if (known.Count == 0 && own is not (null or { Dimension: "yesno" }))
                return new(null, UnitSource.Line, line.Address, line.Value);
        }

        return new(own, UnitSource.Catalogue, valueAt, "");
    }

    public MeasureUnit? Find(string text)
    {
        if (!found.TryGetValue(text, out var unit))
        {
            if (!units.TryFind(text, out unit))
                _ = units.TryFind(text.Trim(' ', '\u3000', '(', ')', '（', '）'), out unit);
            if (found.Count < 5_000)
                found[text] = unit;
        }

        return unit;
    }
}
