using OrdosPipeline.Benchmarks;

if (args is not ["apply" or "submission" or "close" or "mutations", ..] || args.Skip(1).Any(number => !int.TryParse(number, out _)) || args.Length > (args[0] == "mutations" ? 3 : 2))
{
    await Console.Error.WriteLineAsync("""
        Usage: dotnet run -c Release --project tests/OrdosPipeline.Benchmarks -- apply|submission [ROWS] | close
               dotnet run -c Release --project tests/OrdosPipeline.Benchmarks -- mutations [COUNT [FIRST SEED]]
        """);
    return 2;
}

var numbers = args.Skip(1).Select(number => int.Parse(number, provider: null)).ToList();
if (args[0] == "mutations")
    return MutationBenchmark.Run(numbers.ElementAtOrDefault(0) is > 0 and var count ? count : 200_000, numbers.ElementAtOrDefault(1), Console.Out) == 0 ? 0 : 1;
var rows = numbers.ElementAtOrDefault(0) is > 0 and var given ? given : 100_000;
await (args[0] switch
{
    "apply" => ApplyBenchmark.RunAsync(rows, Console.Out),
    "submission" => SubmissionBenchmark.RunAsync(rows, Console.Out),
    _ => CloseBenchmark.RunAsync(Console.Out),
});
return 0;
