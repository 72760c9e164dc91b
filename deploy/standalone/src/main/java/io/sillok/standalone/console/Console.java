package io.sillok.standalone.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/// Speaks to the person at the terminal: one line per step, its time first. Always UTF-8, whatever
/// the locale says. Thread-safe.
public final class Console implements Progress {

    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Standard output and standard error of this process.
    public static Console ofProcess() {
        return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    public void line(String text) {
        out.println(text);
    }

    /// What went wrong, in one line.
    public void problem(String text) {
        err.println("sillok: " + text.replaceAll("\\R+", " "));
    }

    @Override
    public void done(String sentence, Duration took) {
        line(String.format(Locale.ROOT, "%7.1f s  %s", took.toNanos() / 1e9, sentence));
    }

    /// For output that other programs read.
    public PrintStream out() {
        return out;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
