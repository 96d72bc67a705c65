using OrdosPipeline.Benchmarks;

if (args is not ["apply" or "submission", ..] || (args.Length > 1 && !int.TryParse(args[1], out _)))
{
    await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project tests/OrdosPipeline.Benchmarks -- apply|submission [ROWS]");
    return 2;
}

var rows = args.Length > 1 ? int.Parse(args[1], provider: null) : 100_000;
await (args[0] == "apply" ? ApplyBenchmark.RunAsync(rows, Console.Out) : SubmissionBenchmark.RunAsync(rows, Console.Out));
return 0;
