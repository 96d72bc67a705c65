namespace OrdosPipeline.Core.Intake;

/// <summary>What the titles above a table say for its rows: a year for periods that lack one, and what it is about.</summary>
internal sealed class TableTitles
{
    private const int MostTitles = 20;

    private readonly List<Written> titles = [];
    private bool isContradictory;

    public TableTitles()
    {
    }

    /// <param name="defaults">What was found above the table before.</param>
    public TableTitles(TableDefaults defaults) => (Year, At) = (defaults.Year, defaults.YearTitle);

    /// <summary>Null where no title names one, or two name different ones: which of them counts would be a guess.</summary>
    public int? Year { get; private set; }

    /// <summary>The first title that names the year.</summary>
    public Written? At { get; private set; }

    /// <summary>From top to bottom; no table has so many that the last ones matter.</summary>
    public IReadOnlyList<Written> Titles => titles;

    public bool HasAny => titles.Count > 0;

    public void Read(SkippedRow title)
    {
        if (titles.Count < MostTitles)
            titles.Add(new Written(title.At, title.Text));
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
