package io.sillok.standalone.cli;

import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line as a whole: finds the command that is meant and runs it.
public final class CommandLineTool {

    private static final int WRONG_USE = 2;

    private final Surroundings surroundings;
    private final CommandLine commands;

    CommandLineTool(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.commands = commands(surroundings);
    }

    /// Runs one command of this process.
    ///
    /// @return the exit code: 0 when all is well, 1 when it is not, 2 when it was used wrongly
    public static int run(String... arguments) {
        Logs.off();
        return new CommandLineTool(Surroundings.ofProcess()).execute(arguments);
    }

    int execute(String... arguments) {
        try {
            var asked = deepest(commands.parseArgs(withHelpAsFlag(arguments)));
            if (asked.isUsageHelpRequested()
                    || !(asked.commandSpec().userObject() instanceof Task task)) {
                var usage = asked.commandSpec().commandLine().getUsageMessage(Ansi.OFF);
                surroundings.console().line(usage.strip());
                return 0;
            }
            return new Run(surroundings.console()).of(task, asked);
        } catch (ParameterException e) {
            var name = e.getCommandLine().getCommandSpec().qualifiedName();
            surroundings.console().problem(e.getMessage() + "; see " + name + " --help");
            return WRONG_USE;
        }
    }

    private static CommandLine commands(Surroundings surroundings) {
        var root = CommandSpec.create().name("sillok");
        root.usageMessage()
                .description(
                        "One append-only log is the truth; everything that is read is a view of it.",
                        "");
        var audit = spec(new AuditTask(surroundings));
        audit.addSubcommand("verify", spec(new VerifyTask(surroundings)));
        var keys = withHelp(CommandSpec.create());
        keys.usageMessage().description("Looks after the keys that tokens are signed with.");
        keys.addSubcommand("rotate", spec(new RotateKeysTask(surroundings)));
        var users = withHelp(CommandSpec.create());
        users.usageMessage().description("Looks after the accounts of the running platform.");
        UserTasks.all(surroundings).forEach((name, task) -> users.addSubcommand(name, spec(task)));
        root.addSubcommand("up", spec(new UpTask(surroundings)));
        root.addSubcommand("demo", spec(new DemoTask(surroundings)));
        root.addSubcommand("token", spec(new TokenTask(surroundings)));
        root.addSubcommand("user", users);
        root.addSubcommand("keys", keys);
        root.addSubcommand("audit", audit);
        root.addSubcommand("version", spec(new VersionTask(surroundings)));
        return new CommandLine(withHelp(root));
    }

    private static CommandSpec spec(Task task) {
        var spec = CommandSpec.wrapWithoutInspection(task);
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
        task.describe(spec);
        return withHelp(spec);
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        return spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Says this.")
                        .build());
    }

    /// `help up` is `up --help`.
    private static String[] withHelpAsFlag(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        return Stream.concat(Arrays.stream(arguments).skip(1), Stream.of("--help"))
                .toArray(String[]::new);
    }

    private static ParseResult deepest(ParseResult parsed) {
        return parsed.hasSubcommand() ? deepest(parsed.subcommand()) : parsed;
    }
}
