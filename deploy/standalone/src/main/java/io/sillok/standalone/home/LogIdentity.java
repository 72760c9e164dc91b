package io.sillok.standalone.home;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which log the views of a data folder were made from. Views of one log say nothing about another,
/// so a folder whose Kafka was replaced is not used.
public final class LogIdentity {

    private static final String FILE = "log-id";

    private LogIdentity() {}

    /// Remembers the log at first, and later makes sure that it is the same.
    ///
    /// @param log the id of the Kafka cluster that is about to be used
    /// @throws LaunchFailure when it is another one
    public static void confirm(Path folder, String log) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, log + "\n");
                return;
            }
            var known = Files.readString(file).strip();
            if (!known.equals(log)) {
                throw new LaunchFailure(
                        "%s belongs to the log %s, but Kafka holds the log %s: restore its kafka folder from a backup, or start empty with another --data"
                                .formatted(folder, known, log));
            }
        } catch (IOException e) {
            throw DataFolder.unusable(folder, e);
        }
    }
}
