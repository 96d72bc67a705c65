namespace OrdosPipeline.Cli.Emulator;

/// <summary>The storage emulator cannot be run here; the message says what to install or change.</summary>
public sealed class EmulatorUnavailableException : Exception
{
    public EmulatorUnavailableException()
    {
    }

    public EmulatorUnavailableException(string message)
        : base(message)
    {
    }

    public EmulatorUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
