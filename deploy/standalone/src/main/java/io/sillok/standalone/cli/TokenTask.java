package io.sillok.standalone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `sillok token`: signs in and prints what one calls with.
record TokenTask(Surroundings surroundings) implements Task {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Signs in to the running platform and prints a token, valid for 15 minutes,"
                                + " and nothing else.");
        SigningIn.addOptions(spec);
    }

    @Override
    public int run(ParseResult arguments) throws InterruptedException {
        var signingIn = new SigningIn(surroundings, arguments);
        try (var accounts = signingIn.accounts()) {
            surroundings.console().line(signingIn.token(accounts));
        }
        return 0;
    }
}
