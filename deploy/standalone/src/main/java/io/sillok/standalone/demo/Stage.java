package io.sillok.standalone.demo;

import io.sillok.standalone.console.Console;
import java.time.Duration;
import java.util.function.Function;

/// Where the demo is told: acts under headings, each with its time.
record Stage(Console console) {

    void heading(String text) {
        console.line("");
        console.line(text);
    }

    /// Does something and tells what came of it.
    <T> T act(Act<T> act, Function<T, String> sentence) throws InterruptedException {
        var begin = System.nanoTime();
        var result = act.perform();
        console.done(sentence.apply(result), Duration.ofNanos(System.nanoTime() - begin));
        return result;
    }

    /// Adds to what was told last.
    void remark(String text) {
        console.line("           " + text);
    }

    @FunctionalInterface
    interface Act<T> {
        T perform() throws InterruptedException;
    }
}
