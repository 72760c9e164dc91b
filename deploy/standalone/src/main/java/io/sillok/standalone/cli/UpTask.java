package io.sillok.standalone.cli;

import io.sillok.engines.Engine;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.accounts.Administrator;
import io.sillok.standalone.accounts.Login;
import io.sillok.standalone.console.Console;
import io.sillok.standalone.home.DataFolder;
import io.sillok.standalone.home.Installation;
import io.sillok.standalone.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `sillok up`: everything on this machine, until it is told to stop.
record UpTask(Surroundings surroundings) implements Task {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Starts the platform and its engines; Ctrl-C stops them.");
        SettingOptions.add(spec, List.of(Setting.values()));
    }

    @Override
    public int run(ParseResult arguments) throws InterruptedException {
        var begin = System.nanoTime();
        var console = surroundings.console();
        var settings = SettingOptions.read(arguments, surroundings);
        try (var folder = DataFolder.claim(settings.data())) {
            Logs.to(folder.layout().log());
            console.line("Sillok starts on " + settings.data());
            try (var installation = Installation.start(settings, folder, console)) {
                var administrator = administrator(console, installation);
                welcome(console, installation, Duration.ofNanos(System.nanoTime() - begin));
                administrator.ifPresent(login -> introduce(console, login));
                while (true) {
                    Thread.sleep(LOOK_EVERY);
                    installation.engines().own().forEach(engine -> revive(console, engine));
                }
            }
        }
    }

    private static void welcome(Console console, Installation installation, Duration took) {
        var running = installation.running();
        console.line(
                String.format(
                        Locale.ROOT,
                        """
                        Ready in %.1f s. Ctrl-C stops everything; the data stays.

                          Commands   %2$s      (docs: %2$s/docs)
                          Questions  %3$s      (docs: %3$s/docs)
                          Token      ./sillok token
                          Logs       %4$s
                        """,
                        took.toNanos() / 1e9,
                        running.commandApi(),
                        running.queryApi(),
                        installation.layout().logs()));
    }

    /// The administrator, if it is new. That there is none stops nothing.
    private static Optional<Login> administrator(Console console, Installation installation)
            throws InterruptedException {
        try {
            return Administrator.make(
                    installation.running(),
                    installation.layout().root(),
                    installation.platform()::token);
        } catch (LaunchFailure e) {
            console.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Says the password, the one time that it is new.
    private static void introduce(Console console, Login login) {
        console.line(
                """
                  Administrator  %s
                  Password       %s
                  Said this once; ./sillok token signs in with it.
                """
                        .formatted(login.name(), login.password()));
    }

    /// The services bear the loss of an engine and go on when it is back.
    private static void revive(Console console, Engine engine) {
        if (!engine.isAlive()) {
            var name = engine.getClass().getSimpleName().replace("Engine", "");
            console.problem(name + " has ended by itself, see its log; starting it again");
            console.step(name + " runs again", engine::restart);
        }
    }
}
