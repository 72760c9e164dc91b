package io.sillok.standalone.accounts;

import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Layout;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// The administrator that a platform is given when it first starts, as its data folder keeps them:
/// in a file that only its owner can read, beside the keys that tokens are signed with. Whoever can
/// read those needs no password.
///
/// @param login what to sign in with
/// @param request under which the account is asked for, so that a start that was interrupted makes
///   no second one
/// @param made whether the account is there and is an administrator's
record AdminFile(Login login, String request, boolean made) {

    static final String NAME = "admin";

    private static final String FILE = "admin.properties";

    /// Somebody to be made, with a password nobody knows yet.
    static AdminFile fresh() {
        return new AdminFile(
                new Login(NAME, RandomPassword.next()), UUID.randomUUID().toString(), false);
    }

    AdminFile done() {
        return new AdminFile(login, request, true);
    }

    static Path in(Path data) {
        return new Layout(data).keys().resolve(FILE);
    }

    /// What the file of a data folder says.
    static Optional<AdminFile> read(Path data) {
        Path file = in(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "%s cannot be read by user %s".formatted(file, System.getProperty("user.name")),
                    e);
        }
        return Optional.of(
                new AdminFile(
                        new Login(
                                properties.getProperty("username", NAME),
                                properties.getProperty("password", "")),
                        properties.getProperty("request", ""),
                        Boolean.parseBoolean(properties.getProperty("made", "false"))));
    }

    /// Writes the file, whole or not at all.
    void write(Path data) {
        var properties = new Properties();
        properties.setProperty("username", login.name());
        properties.setProperty("password", login.password());
        properties.setProperty("request", request);
        properties.setProperty("made", Boolean.toString(made));
        Path file = in(data);
        try (var text = new StringWriter()) {
            properties.store(text, null);
            Path draft =
                    Files.createTempFile(
                            Files.createDirectories(file.getParent()),
                            "admin",
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
