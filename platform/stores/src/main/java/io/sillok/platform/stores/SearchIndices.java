package io.sillok.platform.stores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.opensearch.indices.update_aliases.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indices of the contract. Each exists in versions, `sillok-materials-v1`; readers use the
/// alias `sillok-materials`, which stands for exactly one of them. Thread-safe.
public final class SearchIndices {

    private static final Logger log = LoggerFactory.getLogger(SearchIndices.class);
    private static final int FIRST_REFUSAL = 400;

    private final Search search;

    public SearchIndices(Search search) {
        this.search = search;
    }

    /// Makes every index of the contract that is missing, with its alias. Several services may do
    /// so at the same time, any number of times.
    ///
    /// @throws SchemaFailure when OpenSearch cannot be reached or refuses an index
    public void migrate() {
        for (String line : ContractFile.lines("opensearch/indices")) {
            int space = line.indexOf(' ');
            String name = line.substring(0, space);
            if (live(name).isEmpty()) {
                create(name, Integer.parseInt(line.substring(space + 1)), true);
            }
        }
    }

    /// Makes one version of an index, without an alias, unless it exists. It has the newest
    /// definition of the contract that is not newer than it.
    ///
    /// @throws SchemaFailure when OpenSearch cannot be reached or refuses it
    public void create(String name, int version) {
        create(name, version, false);
    }

    /// What a version of an index is called here: `sillok-materials-v2`.
    public String index(String name, int version) {
        return search.name(name) + "-v" + version;
    }

    /// Which version the alias stands for; empty when there is no alias yet.
    ///
    /// @throws SchemaFailure when OpenSearch cannot be reached
    public Optional<Integer> live(String name) {
        String prefix = search.name(name) + "-v";
        try {
            return search
                    .client()
                    .indices()
                    .getAlias(a -> a.name(search.name(name)))
                    .result()
                    .keySet()
                    .stream()
                    .map(index -> Integer.valueOf(index.substring(prefix.length())))
                    .max(Integer::compare);
        } catch (OpenSearchException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw new SchemaFailure("OpenSearch does not say what the alias stands for", e);
        } catch (IOException e) {
            throw new SchemaFailure("OpenSearch does not answer", e);
        }
    }

    /// Lets the alias stand for another version, at once for all readers.
    ///
    /// @throws SchemaFailure when OpenSearch cannot be reached or has no such version
    public void switchTo(String name, int version) {
        String alias = search.name(name);
        Action leave = Action.of(a -> a.remove(r -> r.index(alias + "-v*").alias(alias)));
        Action enter = Action.of(a -> a.add(add -> add.index(index(name, version)).alias(alias)));
        try {
            var _ = search.client().indices().updateAliases(u -> u.actions(leave, enter));
        } catch (IOException | OpenSearchException e) {
            throw new SchemaFailure("the alias " + alias + " could not be switched", e);
        }
    }

    private void create(String name, int version, boolean asLive) {
        ObjectNode definition = definition(name, version);
        if (asLive) {
            definition.putObject("aliases").putObject(search.name(name));
        }
        Request request =
                Requests.builder()
                        .method("PUT")
                        .endpoint("/" + index(name, version))
                        .json(new String(Json.bytes(definition), StandardCharsets.UTF_8))
                        .build();
        try (Response response = search.client().generic().execute(request)) {
            check(index(name, version), response);
        } catch (IOException e) {
            throw new SchemaFailure("OpenSearch does not answer", e);
        }
    }

    private static void check(String index, Response response) {
        if (response.getStatus() < FIRST_REFUSAL) {
            log.atInfo().addKeyValue("index", index).log("index created");
            return;
        }
        String answer = response.getBody().map(Body::bodyAsString).orElse("");
        if (!answer.contains("resource_already_exists_exception")) {
            throw new SchemaFailure(
                    "OpenSearch refused the index "
                            + index
                            + " (is its plugin analysis-nori installed?): "
                            + answer);
        }
    }

    private static ObjectNode definition(String name, int version) {
        String text =
                IntStream.iterate(version, v -> v > 0, v -> v - 1)
                        .mapToObj(v -> ContractFile.find("opensearch/" + name + "-v" + v + ".json"))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no index " + name));
        return withAnalysis((ObjectNode) json(text));
    }

    /// Indices share their analysis: a definition names the file that it is in.
    private static ObjectNode withAnalysis(ObjectNode definition) {
        String file = definition.path("settings").path("analysis").asText("");
        if (!file.isEmpty()) {
            definition
                    .withObject("/settings")
                    .set("analysis", json(ContractFile.require("opensearch/" + file + ".json")));
        }
        return definition;
    }

    private static JsonNode json(String text) {
        try {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
