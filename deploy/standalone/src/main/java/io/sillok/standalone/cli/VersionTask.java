package io.sillok.standalone.cli;

import io.sillok.platform.web.Release;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `sillok version`
record VersionTask(Surroundings surroundings) implements Task {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Says which release this is.");
    }

    @Override
    public int run(ParseResult arguments) {
        var release = Release.current().version();
        surroundings.console().line("Sillok %s on Java %s".formatted(release, Runtime.version()));
        return 0;
    }
}
