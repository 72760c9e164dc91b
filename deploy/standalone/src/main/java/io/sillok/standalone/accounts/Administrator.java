package io.sillok.standalone.accounts;

import io.sillok.platform.web.access.Grant;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The first administrator of a platform on one machine.
public final class Administrator {

    private static final String EMAIL = "admin@sillok.example";
    private static final List<String> ROLES = List.of("user", "editor", "admin");
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private Administrator() {}

    /// Makes the administrator of a platform that just started, if it has none.
    ///
    /// @param running where it answers
    /// @param data its data folder
    /// @param launcher issues a token by which the account is made an administrator's
    /// @return what to sign in with, to be told once; empty when there was nothing to be made
    /// @throws LaunchFailure when the account could not be made; the next start tries again
    public static Optional<Login> make(Running running, Path data, Function<Grant, String> launcher)
            throws InterruptedException {
        Optional<AdminFile> known = AdminFile.read(data);
        if (known.filter(AdminFile::made).isPresent()) {
            return Optional.empty();
        }
        AdminFile admin = known.orElseGet(AdminFile::fresh);
        admin.write(data);
        try (Accounts accounts = Accounts.of(running)) {
            String id = register(accounts, admin);
            accounts.giveRoles(
                    launcher.apply(Grant.administrator("local-launcher", MOMENT)), id, ROLES);
        }
        admin.done().write(data);
        return Optional.of(admin.login());
    }

    /// What signs in as the administrator of a data folder.
    ///
    /// @throws LaunchFailure when the folder does not know
    public static Login of(Path data) {
        return AdminFile.read(data)
                .filter(AdminFile::made)
                .map(AdminFile::login)
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "%s knows no administrator: sign in as somebody else with --user"
                                                .formatted(AdminFile.in(data))));
    }

    private static String register(Accounts accounts, AdminFile admin) throws InterruptedException {
        Reply reply = accounts.reply(admin.login(), EMAIL, "Idempotency-Key", admin.request());
        if (reply.text("reason").endsWith("-taken")) {
            throw new LaunchFailure(
                    "an account 'admin' is there already, and its password is not in this folder;"
                            + " sign in with ./sillok token --user admin");
        }
        return reply.orFail("the administrator was not made").text("id");
    }
}
