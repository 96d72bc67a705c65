using OrdosPipeline.Cli.Emulator;

namespace OrdosPipeline.Cli.Tests.Emulator;

public class NodeToolsTests
{
    [Fact]
    public void A_missing_program_is_named_with_what_to_install()
    {
        var fault = Assert.Throws<EmulatorUnavailableException>(
            () => NodeTools.Start("ordos-no-such-program", [], Environment.CurrentDirectory));

        Assert.StartsWith("\"ordos-no-such-program\" was not found. ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Install Node.js 20 or later", fault.Message, StringComparison.Ordinal);
    }
}
