package io.sillok.standalone.cli;

import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.accounts.Accounts;
import io.sillok.standalone.accounts.Administrator;
import io.sillok.standalone.accounts.Login;
import io.sillok.standalone.home.Running;
import io.sillok.standalone.settings.Setting;
import io.sillok.standalone.settings.StandaloneSettings;
import java.io.Console;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Signs in to the platform that runs on a data folder: as its administrator, whose password the
/// folder keeps, or as somebody else, whose password is asked for.
///
/// @param arguments of a command that has the options
record SigningIn(Surroundings surroundings, ParseResult arguments) {

    private static final String USER = "--user";
    private static final String PASSWORD = "SILLOK_PASSWORD";

    static void addOptions(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder(USER)
                        .type(String.class)
                        .paramLabel("NAME")
                        .description(
                                "who signs in, with the password in "
                                        + PASSWORD
                                        + " or asked for (default: the administrator of the folder)")
                        .build());
        SettingOptions.add(spec, List.of(Setting.DATA));
    }

    /// The accounts of the running platform.
    ///
    /// @throws LaunchFailure when none runs
    Accounts accounts() {
        var settings = settings();
        return Accounts.of(
                Running.on(settings.data()).orElseThrow(() -> RunningLog.nothingRuns(settings)));
    }

    /// An access token.
    ///
    /// @throws LaunchFailure when the password is not known or not right
    String token(Accounts accounts) throws InterruptedException {
        String user = arguments.matchedOptionValue(USER, "");
        return accounts.token(
                user.isEmpty()
                        ? Administrator.of(settings().data())
                        : new Login(user, password(user)));
    }

    private StandaloneSettings settings() {
        return SettingOptions.read(arguments, surroundings);
    }

    private String password(String user) {
        return Optional.ofNullable(surroundings.environment().get(PASSWORD))
                .or(() -> asked(user))
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "the password of %s is wanted in %s"
                                                .formatted(user, PASSWORD)));
    }

    private static Optional<String> asked(String user) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(it -> Optional.ofNullable(it.readPassword("Password of %s: ", user)))
                .map(String::valueOf);
    }
}
