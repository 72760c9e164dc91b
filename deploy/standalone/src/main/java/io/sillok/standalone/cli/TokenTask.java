package io.sillok.standalone.cli;

import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `sillok token`: until accounts are built, whoever may read the data folder may be anybody.
record TokenTask(Surroundings surroundings) implements Task {

    private static final Pattern TTL = Pattern.compile("([1-9][0-9]{0,5})([smhd])");
    private static final Duration LONGEST = SigningKeys.LONGEST_TOKEN;

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Prints a token for the platform of a data folder, and nothing else.");
        spec.addOption(text("--role", "ROLE", "admin", "user, editor or admin"));
        spec.addOption(text("--ttl", "TIME", "12h", "how long it is valid: 90s, 30m, 12h, 7d"));
        spec.addOption(text("--subject", "ID", "", "the id of its holder (default: local-ROLE)"));
        SettingOptions.add(spec, List.of(Setting.DATA));
    }

    @Override
    public int run(ParseResult arguments) {
        var settings = SettingOptions.read(arguments, surroundings);
        var role = role(arguments.matchedOptionValue("--role", "admin"));
        var subject = arguments.matchedOptionValue("--subject", "local-" + role.word());
        var validity = ttl(arguments.matchedOptionValue("--ttl", "12h"));
        var grant = new Grant(subject, Set.of(role), Scopes.of(Set.of(role)), validity);
        surroundings.console().line(Keys.issuer(settings.data()).issue(grant, Instant.now()));
        return 0;
    }

    private static Role role(String word) {
        try {
            return Role.parse(word);
        } catch (IllegalArgumentException _) {
            throw new LaunchFailure("--role: '%s' is none of user, editor, admin".formatted(word));
        }
    }

    static Duration ttl(String text) {
        var matcher = TTL.matcher(text);
        if (matcher.matches()) {
            var amount = Long.parseLong(matcher.group(1));
            var duration =
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    };
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw new LaunchFailure(
                "--ttl: '%s' is no time such as 30m, 12h or 7d, at most 7d".formatted(text));
    }

    private static OptionSpec text(String name, String form, String fallback, String meaning) {
        var suffix = fallback.isEmpty() ? "" : " (default: " + fallback + ")";
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(form)
                .description(meaning + suffix)
                .build();
    }
}
