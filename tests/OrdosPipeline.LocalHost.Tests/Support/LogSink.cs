using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OrdosPipeline.LocalHost.Tests.Support;

/// <summary>Keeps what the host logs, for tests to read and wait for.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public async Task<string> WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(TestHost.Patience);
        await foreach (var line in lines.Reader.ReadAllAsync(limit.Token))
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException("The log was closed.");
    }

    public ILogger CreateLogger(string categoryName) => new Logger(lines.Writer);

    public void Dispose()
    {
    }

    private sealed class Logger(ChannelWriter<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.TryWrite(formatter(state, exception));
    }
}
