using System.Text;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage.Tests;

public sealed class CheckedSubmissionJsonTests
{
    [Theory]
    [InlineData(Verdict.Accepted)]
    [InlineData(Verdict.AcceptedWithWarnings)]
    [InlineData(Verdict.Rejected)]
    public async Task A_record_comes_back_as_it_was(Verdict verdict)
    {
        var record = Records.Create("works/a.xlsx", verdict, values: 5);
        var json = await WriteAsync(record);
        var read = await ReadAsync(json);
        Records.AssertSame(record, read);
        Assert.Equal(json, await WriteAsync(read));
    }

    [Fact]
    public async Task It_is_written_as_agreed()
    {
        var json = await WriteAsync(Records.Create("works/a.xlsx", Verdict.AcceptedWithWarnings));
        Assert.Contains("\"verdict\":\"accepted-with-warnings\"", json, StringComparison.Ordinal);
        Assert.Contains("\"checkedAt\":\"2026-10-12T08:00:07.25Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"period\":\"2026Q3YTD\",\"value\":0.1234567890123456789012345678,\"unit\":\"亿元\"", json, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"under-construction\",\"progress\":45.50", json, StringComparison.Ordinal);
        Assert.Contains("\"findingCounts\":{\"table-not-found\":1200,\"unit-missing\":1}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\":")]
    public async Task What_is_no_record_is_refused(string json) => await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(json));

    [Fact]
    public async Task A_later_form_is_refused()
    {
        var json = await WriteAsync(Records.Create("works/a.xlsx", Verdict.Accepted) with { Schema = 2 });
        Assert.Contains("form 2", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_record_streams()
    {
        var record = Records.Create("works/a.xlsx", Verdict.Accepted, values: 50_000);
        await using var output = new LargestWriteStream();
        await CheckedSubmissionJson.WriteAsync(output, record, CancellationToken.None);
        Assert.InRange(output.Largest, 1, 1_000_000);
        Assert.True(output.Length > 5_000_000);
    }

    private static async Task<string> WriteAsync(CheckedSubmission record)
    {
        using var output = new MemoryStream();
        await CheckedSubmissionJson.WriteAsync(output, record, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<CheckedSubmission> ReadAsync(string json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await CheckedSubmissionJson.ReadAsync(input, CancellationToken.None);
    }

    private sealed class LargestWriteStream : MemoryStream
    {
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
