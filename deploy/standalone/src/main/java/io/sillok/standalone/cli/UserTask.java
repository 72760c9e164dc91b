package io.sillok.standalone.cli;

import io.sillok.standalone.accounts.Accounts;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `sillok user …`: something an administrator does about one account.
///
/// @param meaning for the usage
/// @param words what follows the command, the name of the account first
record UserTask(Surroundings surroundings, String meaning, List<String> words, Deed deed)
        implements Task {

    /// What is done.
    interface Deed {

        /// Does it.
        ///
        /// @param token an administrator's
        /// @param given one for each of the words
        /// @return what to say
        String perform(Accounts accounts, String token, List<String> given)
                throws InterruptedException;
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description(meaning);
        for (int i = 0; i < words.size(); i++) {
            spec.addPositional(
                    PositionalParamSpec.builder()
                            .index(Integer.toString(i))
                            .required(true)
                            .arity("1")
                            .type(String.class)
                            .paramLabel(words.get(i))
                            .build());
        }
        SigningIn.addOptions(spec);
    }

    @Override
    public int run(ParseResult arguments) throws InterruptedException {
        var signingIn = new SigningIn(surroundings, arguments);
        List<String> given =
                arguments.matchedPositionals().stream()
                        .map(word -> word.<String>getValue())
                        .toList();
        try (var accounts = signingIn.accounts()) {
            var token = signingIn.token(accounts);
            surroundings.console().line(deed.perform(accounts, token, given));
        }
        return 0;
    }
}
