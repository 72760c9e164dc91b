package io.sillok.standalone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of `sillok`.
interface Task {

    /// Adds what it is for and its options.
    void describe(CommandSpec spec);

    /// Does it.
    ///
    /// @return the exit code
    /// @throws InterruptedException when it was asked to end before it was done
    int run(ParseResult arguments) throws InterruptedException;
}
