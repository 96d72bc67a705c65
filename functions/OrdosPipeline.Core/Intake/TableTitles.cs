using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>What the titles above a table say for its rows: a year for periods that lack one, a unit, and what it is about.</summary>
/// <param name="units">Tell a unit in brackets from other words.</param>
internal sealed class TableTitles(UnitTable units)
{
    private const int MostTitles = 20;

    private readonly List<Written> titles = [];
    private bool isContradictory;

    /// <param name="units">Tell a unit in brackets from other words.</param>
    /// <param name="defaults">What was found above the table before.</param>
    public TableTitles(UnitTable units, TableDefaults defaults)
        : this(units) => (Year, At) = (defaults.Year, defaults.YearTitle);

    /// <summary>Null where no title names one, or two name different ones: which of them counts would be a guess.</summary>
    public int? Year { get; private set; }

    /// <summary>The first title that names the year.</summary>
    public Written? At { get; private set; }

    /// <summary>From top to bottom; no table has so many that the last ones matter.</summary>
    public IReadOnlyList<Written> Titles => titles;

    /// <summary>A part of the year that a title names (前三季度, 2023年1-9月), as it can be read; null where none does.</summary>
    public PeriodReading? Part { get; private set; }

    /// <summary>The last title with a unit in brackets at its end: 固定资产投资月度表（万元）.</summary>
    public Written? UnitAt { get; private set; }

    public bool HasAny => titles.Count > 0;

    public void Read(SkippedRow title)
    {
        if (titles.Count < MostTitles)
            titles.Add(new Written(title.At, title.Text));
        Part = PeriodText.PartInTitle(title.Text) ?? Part;
        if (title.Text.Length <= 200 && NameKey.Of(title.Text, units).UnitText is { } unit)
            UnitAt = new Written(title.At, unit);
        if (isContradictory || PeriodText.YearInTitle(title.Text) is not { } year || year == Year)
            return;
        isContradictory = Year is not null;
        (Year, At) = isContradictory ? default : ((int?)year, (Written?)new Written(title.At, title.Text));
    }

    /// <summary>These titles below <paramref name="earlier"/> ones, whose year counts on where these name none.</summary>
    public TableTitles After(TableTitles earlier)
    {
        if (Year is null && !isContradictory)
            (Year, At, isContradictory) = (earlier.Year, earlier.At, earlier.isContradictory);
        return this;
    }
}
