using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>Groups and how many of each have which standing; of a final evaluation which outcome.</summary>
internal sealed class StandingTable(ReportFormat format, ReportNarrative narrative)
{
    public Table Of(IReadOnlyList<Scoreboard> scoreboards)
    {
        var isFinal = scoreboards.Any(scoreboard => scoreboard.Outcomes.Count > 0);
        var names = isFinal
            ? Outcomes.All.Select(outcome => Statuses.Of(outcome, format.Language))
            : Standings.All.Select(standing => Statuses.Of(standing, format.Language));
        return WordTable.Of(
            WordTable.Portrait,
            [new(Labels.Group.In(format.Language), 25), new(Labels.Total.In(format.Language), 8, IsNumber: true), .. names.Select(name => new WordColumn(name, 13, IsNumber: true))],
            scoreboards.Select(scoreboard => (IReadOnlyList<WordCell>)
            [
                narrative.NameOf(scoreboard), $"{scoreboard.Total}",
                .. isFinal
                    ? scoreboard.Outcomes.Select(outcome => Count(outcome.Count, outcome.Share))
                    : scoreboard.Standings.Select(standing => Count(standing.Count, standing.ShareOfJudged)),
            ]));
    }

    private static WordCell Count(int count, decimal? share) => count == 0 || share is not { } known ? $"{count}" : $"{count} ({ReportFormat.Percent(known)})";
}
