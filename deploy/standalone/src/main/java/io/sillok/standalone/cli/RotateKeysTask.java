package io.sillok.standalone.cli;

import io.sillok.platform.web.access.SigningKeys;
import io.sillok.standalone.settings.Setting;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `sillok keys rotate`: running services follow by themselves.
record RotateKeysTask(Surroundings surroundings) implements Task {

    private static final String COMPROMISED = "--compromised";

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Makes a new key to sign tokens with. It signs from ten minutes on, when"
                                + " everybody knows it; tokens of the old key stay valid until they"
                                + " expire. Nothing has to be restarted.");
        spec.addOption(
                OptionSpec.builder(COMPROMISED)
                        .description(
                                "the old keys may be known to others: forget them at once, and"
                                        + " with them every token issued so far")
                        .build());
        SettingOptions.add(spec, List.of(Setting.DATA));
    }

    @Override
    public int run(ParseResult arguments) {
        var settings = SettingOptions.read(arguments, surroundings);
        var keys = Keys.of(settings.data());
        var now = Instant.now();
        if (arguments.hasMatchedOption(COMPROMISED)) {
            keys.replaceAll(now);
        } else {
            keys.rotate(now);
        }
        surroundings.console().line(sentence(keys, now));
        return 0;
    }

    private static String sentence(SigningKeys keys, Instant now) {
        var ids = keys.ids(now);
        return "The newest key is %s; %d verify tokens now".formatted(ids.getLast(), ids.size());
    }
}
