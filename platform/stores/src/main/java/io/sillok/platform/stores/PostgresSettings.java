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

    /// The same database, seen by the role that may read the credential directory and the keys of
    /// persons, and write nothing. The user must be a member of it, as whoever ran the migrations
    /// is.
    public PostgresSettings ofDirectoryReader() {
        String options =
                "options=-c%20role%3D"
                        + directoryRole()
                        + "%20-c%20default_transaction_read_only%3Don";
        return new PostgresSettings(
                url + (url.contains("?") ? "&" : "?") + options, user, password, namespace);
    }

    /// The role that reads the credential directory.
    String directoryRole() {
        return namespace.underscored("directory");
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
