package io.sillok.commandapi.generation;

import java.util.List;
import java.util.regex.Pattern;

/// Finds what looks like a secret in a text, so that nobody sends one to a model unawares. It knows
/// forms; a secret without one it does not find. Stateless.
final class Secrets {

    private static final List<Kind> KINDS =
            List.of(
                    kind("private-key", "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"),
                    kind("api-key", "\\bslk_[0-9a-f-]{36}_[A-Za-z0-9_-]{20,}"),
                    kind("api-key", "\\bsk-[A-Za-z0-9_-]{20,}"),
                    kind("api-key", "\\bAIza[0-9A-Za-z_-]{35}"),
                    kind("access-key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
                    kind("access-token", "\\bgh[pousr]_[A-Za-z0-9]{36}"),
                    kind("access-token", "\\bgithub_pat_[A-Za-z0-9_]{22}"),
                    kind("access-token", "\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
                    kind(
                            "access-token",
                            "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
                    kind(
                            "password",
                            "(?i)\\b(?:password|passwd|secret|api[_-]?key|token)\\s{0,9}[:=]\\s{0,9}"
                                    + "[\"'][^\"'\\s]{8,200}[\"']"),
                    kind(
                            "password",
                            "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{1,100}:[^\\s/@]{1,100}@"),
                    kind("resident-number", "\\b[0-9]{6}-[1-4][0-9]{6}\\b"));

    private Secrets() {}

    /// The kinds of secrets in a text, each once.
    static List<String> in(String text) {
        return KINDS.stream()
                .filter(kind -> kind.form().matcher(text).find())
                .map(Kind::name)
                .distinct()
                .toList();
    }

    private static Kind kind(String name, String form) {
        return new Kind(name, Pattern.compile(form));
    }

    private record Kind(String name, Pattern form) {}
}
