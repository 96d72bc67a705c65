namespace OrdosPipeline.Core.Intake;

/// <summary>The year that the titles above a table name, for periods that lack one.</summary>
internal sealed class TitleYear
{
    private bool isContradictory;

    public TitleYear()
    {
    }

    /// <param name="defaults">What was found above the table before.</param>
    public TitleYear(TableDefaults defaults) => (Year, At) = (defaults.Year, defaults.YearTitle);

    /// <summary>Null where no title names one, or two name different ones: which of them counts would be a guess.</summary>
    public int? Year { get; private set; }

    /// <summary>The first title that names the year.</summary>
    public Written? At { get; private set; }

    /// <summary>Whether a title names a year.</summary>
    public bool IsFound => Year is not null || isContradictory;

    public void Read(SkippedRow title)
    {
        if (isContradictory || PeriodText.YearInTitle(title.Text) is not { } year || year == Year)
            return;
        isContradictory = Year is not null;
        (Year, At) = isContradictory ? default : ((int?)year, (Written?)new Written(title.At, title.Text));
    }
}
