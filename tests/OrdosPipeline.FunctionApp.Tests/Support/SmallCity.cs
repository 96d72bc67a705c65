using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>Records returns as if departments had handed them in on days of the past, and takes them to the tables.</summary>
internal static class SmallCity
{
    /// <summary>Checks a file as of a day and records what comes of it.</summary>
    public static async Task<CheckedSubmission> HandInAsync(IServiceProvider services, string path, string day, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var result = await services.GetRequiredService<DryRun>().CheckAsync(
            content, path.Split('/')[1], path.Split('/')[0], services.GetRequiredService<PlanLibrary>().Find("ordos-14"), asOf, pipeline: null, CancellationToken.None);
        var uploadedAt = ChinaTime.EndOf(asOf).AddHours(-8).ToUniversalTime();
        var submission = result.Submission with
        {
            Submission = result.Submission.Submission with { UploadedAt = uploadedAt, ETag = "0x1", SubmittedBy = "王五" },
            CheckedAt = uploadedAt.AddSeconds(2),
        };
        var record = services.GetRequiredService<IRecordStore>();
        content.Position = 0;
        await record.WriteFeedbackAsync(
            submission.Submission,
            output =>
            {
                services.GetRequiredService<IFeedbackWriter>().Write(new CheckedFile(submission, result.Explanation), content, output, CancellationToken.None);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        var (recorded, _) = await record.WriteOnceAsync(submission, CancellationToken.None);
        await services.GetRequiredService<SubmissionPipeline>().RestoreAsync(recorded, uploadedAt.AddSeconds(3), CancellationToken.None);
        return recorded;
    }

    /// <summary>Three departments and a district over three years, a revision, a fault, a project, and the summary of 2023Q3.</summary>
    public static async Task FillAsync(IServiceProvider services)
    {
        await HandInAsync(services, "statistics/2021年.csv", "2022-02-10", "指标编码,期间,数值,单位,备注\nH01,2021年,7.0,%,=1+1\nH08,2021年,8.1,%,\n");
        await HandInAsync(services, "dongsheng/2022年.csv", "2023-02-01", "指标编码,地区,期间,数值,单位\nH01,东胜区,2022年,5.9,%\n");
        await HandInAsync(services, "statistics/2023年三季度.csv", "2023-10-12", "指标编码,期间,数值,单位\nH01,2023年前三季度,6.1,%\nH01,2022年,5.4,%\n");
        await HandInAsync(services, "transport/2023年三季度.csv", "2023-10-13", "指标编码,期间,数值\nT174,2023年三季度,约6\n");
        await HandInAsync(services, "statistics/2023年三季度（更正）.csv", "2023-10-16", "指标编码,期间,数值\nH01,2023年前三季度,6.4\n");
        await HandInAsync(services, "water-resources/2023年三季度.csv", "2023-10-17", "项目编码,期间,状态,形象进度,累计完成投资（亿元）\nP017,2023年三季度,在建,45.5,1.2\n");
        await services.GetRequiredService<QuarterClosePipeline>().CloseAsync(
            services.GetRequiredService<PlanLibrary>().Find("ordos-14")!, new ReportingQuarter(2023, 3), publish: true, CancellationToken.None);
    }
}

/// <summary>One function app over the small city, for tests that only read.</summary>
public sealed class SmallCityHost : IAsyncLifetime
{
    public ApiHost Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Api = await ApiHost.StartAsync();
        await SmallCity.FillAsync(Api.Services);
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();
}
