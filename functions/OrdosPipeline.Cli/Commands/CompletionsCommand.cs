using System.CommandLine;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos completions</c>: the script by which a shell asks this program what may come next.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        # ordos completions bash >> ~/.bashrc
        _ordos() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _ordos ordos
        """;

    private const string Zsh = """
        # ordos completions zsh >> ~/.zshrc
        _ordos() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${#BUFFER}]" "$BUFFER" 2>/dev/null)}")
          compadd -- "${found[@]}"
        }
        compdef _ordos ordos
        """;

    private const string PowerShell = """
        # ordos completions pwsh >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName ordos -ScriptBlock {
          param($word, $ast, $position)
          ordos "[suggest:$position]" "$ast" | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash、zsh 或 pwsh (the shell)" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command("completions", "命令行补全脚本 (a script for completions in a shell)") { shell };
        command.SetAction(parsed =>
        {
            Console.WriteLine(parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell });
            return ExitCodes.Done;
        });
        return command;
    }
}
