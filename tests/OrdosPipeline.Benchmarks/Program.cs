using OrdosPipeline.Benchmarks;

if (args is not ["apply", ..] || (args.Length > 1 && !int.TryParse(args[1], out _)))
{
    await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project tests/OrdosPipeline.Benchmarks -- apply [OBSERVATIONS]");
    return 2;
}

await ApplyBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], provider: null) : 100_000, Console.Out);
return 0;
