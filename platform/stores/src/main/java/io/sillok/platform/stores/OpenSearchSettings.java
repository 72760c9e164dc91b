package io.sillok.platform.stores;

import io.sillok.schemas.topics.Namespace;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/// How to reach OpenSearch.
///
/// @param nodes `http(s)://[user:password@]host:port` each; the user of the first one counts
public record OpenSearchSettings(List<URI> nodes, Namespace namespace) {

    public OpenSearchSettings {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("at least one OpenSearch node is needed");
        }
        nodes = List.copyOf(nodes);
        nodes.forEach(OpenSearchSettings::check);
    }

    /// Reads one or several URLs, separated by commas.
    ///
    /// @throws IllegalArgumentException when one of them is no http or https URL
    public static OpenSearchSettings parse(String urls, Namespace namespace) {
        return new OpenSearchSettings(
                Arrays.stream(urls.split(",", -1)).map(String::strip).map(URI::create).toList(),
                namespace);
    }

    /// Never shows a password.
    @Override
    public String toString() {
        return "OpenSearchSettings[" + nodes.stream().map(URI::getHost).toList() + "]";
    }

    private static void check(URI node) {
        if (node.getHost() == null || !List.of("http", "https").contains(node.getScheme())) {
            throw new IllegalArgumentException("an OpenSearch URL is http(s)://host:port");
        }
    }
}
