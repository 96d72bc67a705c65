using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableBatchesTests
{
    [Fact]
    public void A_batch_has_at_most_100_entities() =>
        Assert.Equal([100, 100, 50], TableBatches.Split(Rows(250, "x")).Select(batch => batch.Count));

    [Fact]
    public void A_batch_stays_below_4_MiB()
    {
        var batches = TableBatches.Split(Rows(60, new string('中', TableRow.LongestText))).ToList();
        Assert.True(batches.Count > 1);
        Assert.All(batches, batch => Assert.True(batch.Sum(action => TableBatches.EstimateBytes((TableEntity)action.Entity)) <= 4 * 1024 * 1024));
    }

    [Fact]
    public void Two_partitions_are_refused()
    {
        var rows = Rows(1, "x").Append(new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("other", "1")));
        Assert.Contains("one partition", Assert.Throws<ArgumentException>(() => TableBatches.Split(rows).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        Assert.Contains("stands twice", Assert.Throws<ArgumentException>(() => TableBatches.Split([.. Rows(150, "x"), .. Rows(1, "x")]).ToList()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("plain")]
    [InlineData("中文 & <quoted> \"text\" \u0001 \\ ' 100% 😀")]
    public async Task The_estimate_is_no_less_than_what_is_sent(string text)
    {
        var storage = await TestStorage.CreateAsync([TableNames.Observations]);
        var sent = new SizePolicy();
        var actions = Rows(100, string.Concat(Enumerable.Repeat(text, 20))).ToList();
        foreach (var action in actions)
        {
            var entity = (TableEntity)action.Entity;
            (entity["Double"], entity["Long"], entity["Instant"], entity["Yes"]) = (double.MinValue, long.MinValue, DateTimeOffset.MaxValue, true);
        }

        await storage.Through(sent).Table(TableNames.Observations).SubmitTransactionAsync(actions);
        Assert.InRange(sent.Bytes, 1, actions.Sum(action => TableBatches.EstimateBytes((TableEntity)action.Entity)));
    }

    private static IEnumerable<TableTransactionAction> Rows(int count, string text) => Enumerable.Range(0, count)
        .Select(number => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("ordos-14|中", $"中文{number:D4}") { ["Text"] = text }));

    private sealed class SizePolicy : HttpPipelinePolicy
    {
        public long Bytes { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Bytes += message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
            return ProcessNextAsync(message, pipeline);
        }
    }
}
