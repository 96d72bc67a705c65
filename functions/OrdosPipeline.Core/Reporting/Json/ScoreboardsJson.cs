using System.Text.Json;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The list <c>scoreboards</c>.</summary>
internal static class ScoreboardsJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary) => json.List("scoreboards", summary.Scoreboards, scoreboard =>
    {
        json.WriteString("group", scoreboard.Group);
        json.WriteString("of", scoreboard.OfProjects ? "projects" : "indicators");
        json.WriteString("dimension", scoreboard.Dimension.ToString().ToLowerInvariant());
        json.Optional("key", scoreboard.Key);
        json.WriteString("name", scoreboard.Name);
        json.WriteString("nameEn", scoreboard.NameEn);
        json.WriteNumber("total", scoreboard.Total);
        json.WriteNumber("judged", scoreboard.Judged);
        json.WriteNumber("stale", scoreboard.Stale);
        json.Object("counts", () =>
        {
            foreach (var (status, count) in scoreboard.Counts)
                json.WriteNumber(status.Code(), count);
        });
        json.List("standings", scoreboard.Standings, counted =>
        {
            json.WriteString("standing", counted.Standing.Code());
            json.WriteNumber("count", counted.Count);
            json.Optional("share", counted.Share);
            json.Optional("shareOfJudged", counted.ShareOfJudged);
        });
        if (scoreboard.Outcomes.Count > 0)
        {
            json.List("outcomes", scoreboard.Outcomes, counted =>
            {
                json.WriteString("outcome", counted.Outcome.Code());
                json.WriteNumber("count", counted.Count);
                json.Optional("share", counted.Share);
            });
        }
    });
}
