using System.Reflection;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

public class PhraseTests
{
    private static readonly List<(string Name, Phrase Phrase)> All =
    [
        .. from type in typeof(Phrases).GetNestedTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
           where field.FieldType == typeof(Phrase)
           select ($"{type.Name}.{field.Name}", (Phrase)field.GetValue(null)!),
    ];

    [Fact]
    public void Both_languages_have_the_same_places_to_fill()
    {
        Assert.True(All.Count > 200);
        Assert.All(All, phrase => Assert.Equal(Places(phrase.Phrase.Chinese), Places(phrase.Phrase.English)));
    }

    [Fact]
    public void English_is_English_and_Chinese_has_full_width_punctuation()
    {
        Assert.All(All, phrase => Assert.DoesNotMatch(@"[\u3000-\u303f\uff00-\uffef]|[\u4e00-\u9fff](?<!左|右)", phrase.Phrase.English));
        Assert.All(All, phrase => Assert.DoesNotMatch(@"[\u4e00-\u9fff}][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", phrase.Phrase.Chinese));
    }

    [Fact]
    public void A_place_may_choose_a_word_by_number_and_must_be_filled()
    {
        var phrase = new Phrase("{0}项（{1}）", "{0} {0|item|items} ({1})");
        Assert.Equal("1项（甲）", phrase.In(ReportLanguage.Chinese, 1, "甲"));
        Assert.Equal("1 item (a)", phrase.In(ReportLanguage.English, 1, "a"));
        Assert.Equal("2 items ({0})", phrase.In(ReportLanguage.English, 2, "{0}"));
        Assert.Throws<ArgumentException>(() => phrase.In(ReportLanguage.Chinese, 1));
    }

    [Fact]
    public void Every_closed_list_has_its_words()
    {
        foreach (var language in ReportLanguages.All)
        {
            Assert.All(Enum.GetValues<AssessmentStatus>(), status => Assert.NotEmpty(Phrases.Statuses.Of(status, language)));
            Assert.All(Standings.All, standing => Assert.NotEmpty(Phrases.Statuses.Of(standing, language)));
            Assert.All(Outcomes.All, outcome => Assert.NotEmpty(Phrases.Statuses.Of(outcome, language)));
            Assert.All(Core.Reporting.SummaryColumns.Figures, column => Assert.NotEmpty(Phrases.Columns.Of(column).In(language)));
            Assert.All(Enum.GetValues<Method>(), method => Assert.NotEmpty(Phrases.Methods.Of(method, language)));
            Assert.All(Enum.GetValues<SecondOpinionBand>(), band => Assert.NotEmpty(Phrases.Methods.Of(band, language)));
            Assert.All(Core.Progress.Decisions.DecisionKinds.All, kind => Assert.NotEmpty(Phrases.Statuses.Of(kind, language)));
        }
    }

    [Fact]
    public void The_figures_of_a_summary_have_the_headings_of_its_table()
    {
        // The table has the code and the word of a status, in two columns.
        var titles = Core.Reporting.SummaryColumns.All.ToDictionary(column => column.Name == "StatusText" ? "Status" : column.Name == "Status" ? "" : column.Name, column => column.Title);
        Assert.All(Core.Reporting.SummaryColumns.Figures, column => Assert.Equal(titles[column], Phrases.Columns.Of(column).Chinese));
    }

    [Fact]
    public void Every_unit_of_the_shipped_plan_has_an_English_word()
    {
        var units = TestPlan.Ordos14().Indicators.Select(indicator => indicator.Unit).Concat(TestPlan.Ordos14().Projects.SelectMany(project => project.Quantities).Select(quantity => quantity.Unit));
        Assert.All(units.Distinct(), unit => Assert.DoesNotMatch(@"[\u4e00-\u9fff]", Phrases.Units.Of(unit, ReportLanguage.English)));
    }

    private static IEnumerable<string> Places(string template) => Phrase.Place().Matches(template).Select(match => match.Groups["index"].Value).Distinct().Order(StringComparer.Ordinal);
}
