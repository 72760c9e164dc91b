package io.sillok.standalone.home;

import java.nio.file.Path;

/// What is where in a data folder.
public record Layout(Path root) {

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path openSearch() {
        return root.resolve("opensearch");
    }

    /// The files that were uploaded, and the texts and pictures made of them.
    public Path blobs() {
        return root.resolve("blobs");
    }

    /// Files on their way to a bucket.
    public Path staging() {
        return root.resolve("staging");
    }

    /// What processors keep to go on quickly; it is made anew from the log where it is missing.
    public Path processors() {
        return root.resolve("processors");
    }

    /// The keys that tokens are signed with.
    public Path keys() {
        return root.resolve("keys");
    }

    /// The master keys of personal data.
    public Path masterKey() {
        return keys().resolve("master.key");
    }

    /// What unique values are turned into claims with.
    public Path claimSecret() {
        return keys().resolve("claim-secret");
    }

    /// What the secrets of API keys and the names of sign-ins are digested under.
    public Path digestKey() {
        return keys().resolve("digest.key");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log() {
        return logs().resolve("sillok.log");
    }
}
