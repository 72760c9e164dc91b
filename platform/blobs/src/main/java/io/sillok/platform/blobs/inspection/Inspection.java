package io.sillok.platform.blobs.inspection;

/// What an inspection concluded.
public sealed interface Inspection {

    /// Nothing speaks against the file.
    ///
    /// @param mediaType agreed on by extension, declaration and content
    record Accepted(String mediaType) implements Inspection {}

    /// The file must not be kept.
    ///
    /// @param reason kebab-case: one of `empty-file`, `type-not-allowed`, `type-mismatch`,
    ///   `dangerous-content`, `archive-bomb`, `encrypted`, `damaged-archive`
    /// @param detail one sentence for a person
    record Refused(String reason, String detail) implements Inspection {

        static Refused dangerous(String what) {
            return new Refused("dangerous-content", "The file holds " + what + ".");
        }

        static Refused mismatch(String detail) {
            return new Refused("type-mismatch", detail);
        }
    }
}
