using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>A bar on a terminal while something is waited for; nothing moves in a pipe.</summary>
internal static class ProgressBar
{
    public static Task<T> ShowAsync<T>(string title, int steps, Func<IProgress<int>?, Task<T>> work) => Console.IsErrorRedirected
        ? work(null)
        : Terminal.Progress.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bar(context.AddTask(title, maxValue: steps))));

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
