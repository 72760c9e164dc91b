package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Turns what an engine or the file system said into a failure that says what to do.
final class Diagnosis {

    private static final Pattern FULL =
            Pattern.compile("No space left on device|Disk quota exceeded|not enough space");
    private static final Pattern FORBIDDEN =
            Pattern.compile("Permission denied|AccessDenied|Read-only file system|not permitted");
    private static final Pattern TAKEN =
            Pattern.compile("Address already in use|BindException|could not bind|Failed to bind");
    private static final Pattern MISSING =
            Pattern.compile(
                    "Cannot run program|failed to execute|loading shared libraries|Exec format error");

    private final String engine;
    private final Path folder;

    Diagnosis(String engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// A file operation failed.
    EngineFailure of(IOException cause) {
        var said = String.valueOf(cause);
        var reason = cause instanceof AccessDeniedException ? Reason.NOT_PERMITTED : reason(said);
        var known = reason == Reason.ENDED_EARLY ? Reason.NOT_PERMITTED : reason;
        return new EngineFailure(known, message(known, said), cause);
    }

    /// A program that prepares the data of the engine failed.
    EngineFailure ended(String program, Command.Outcome outcome) {
        return ended(program, outcome.status(), EngineLog.lastLines(outcome.output()));
    }

    /// The engine, or a program that prepares its data, ended by itself.
    EngineFailure ended(String program, int status, String lastLines) {
        var said = program + " ended with status " + status + ": " + lastLines;
        var reason = reason(lastLines);
        return new EngineFailure(reason, message(reason, said));
    }

    private static Reason reason(String said) {
        if (FULL.matcher(said).find()) {
            return Reason.DISK_FULL;
        }
        if (TAKEN.matcher(said).find()) {
            return Reason.PORT_TAKEN;
        }
        if (MISSING.matcher(said).find()) {
            return Reason.NOT_INSTALLED;
        }
        return FORBIDDEN.matcher(said).find() ? Reason.NOT_PERMITTED : Reason.ENDED_EARLY;
    }

    private String message(Reason reason, String said) {
        var advice =
                switch (reason) {
                    case DISK_FULL ->
                            "has no room at %s: make some or choose another folder"
                                    .formatted(folder);
                    case NOT_PERMITTED ->
                            "cannot use %s: choose a folder that user %s may write to"
                                    .formatted(folder, System.getProperty("user.name"));
                    case PORT_TAKEN ->
                            "found its port taken: choose another one or stop what listens there";
                    case NOT_INSTALLED -> "cannot be run on this machine";
                    case DATA_DAMAGED, DATA_IN_USE, ENDED_EARLY, NOT_READY, CANCELLED ->
                            "did not start on %s".formatted(folder);
                };
        return engine + " " + advice + " (" + said + ")";
    }
}
