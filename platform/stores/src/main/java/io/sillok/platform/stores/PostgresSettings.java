package io.sillok.platform.stores;

import io.sillok.schemas.topics.Namespace;

/// How to reach Postgres.
///
/// @param url `jdbc:postgresql://host:port/database`; parameters in it win over what the platform
///   sets
public record PostgresSettings(String url, String user, String password, Namespace namespace) {

    public PostgresSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a database URL starts with jdbc:postgresql:");
        }
    }

    /// The schema of the views that readers use.
    String liveSchema() {
        return namespace.underscored("live");
    }

    /// The schema of the versioned tables that projectors write.
    String readModelSchema() {
        return namespace.underscored("read_model");
    }

    /// The schema of what cannot be made again from the log.
    String vaultSchema() {
        return namespace.underscored("vault");
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "PostgresSettings[url=" + url + ", user=" + user + "]";
    }
}
