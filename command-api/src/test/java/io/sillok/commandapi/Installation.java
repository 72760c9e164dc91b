package io.sillok.commandapi;

import io.sillok.commandapi.catalog.Clamd;
import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.schemas.topics.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A command API with a folder of its own, on a broker that is there.
record Installation(Path folder, CommandApiSettings settings) {

    static Installation on(String bootstrapServers, Path folder) {
        Path keys = folder.resolve("keys");
        TokenSettings tokens =
                new TokenSettings("sillok", "sillok", keys.resolve("jwks.json").toString());
        return new Installation(
                folder,
                new CommandApiSettings(
                        WebSettings.onLoopback(0, tokens),
                        new KafkaSettings(
                                bootstrapServers,
                                new Namespace("test"),
                                (short) 1,
                                3,
                                java.util.Map.of()),
                        new PostgresSettings(
                                "jdbc:postgresql://127.0.0.1:1/nothing-there",
                                "nobody",
                                "",
                                new Namespace("test")),
                        new BlobSettings.InFolder(blobs(folder)),
                        UploadSettings.USUAL,
                        Optional.empty(),
                        keys,
                        keys.resolve("master.key"),
                        keys.resolve("digest.key"),
                        OidcSettings.NONE));
    }

    Installation withClamd(Optional<Clamd> clamd) {
        return with(settings.uploads(), clamd);
    }

    Installation withLifetime(Duration lifetime) {
        return with(uploads(lifetime, 10, 1_000_000), settings.clamd());
    }

    Installation withUnfinished(int uploads, long bytes) {
        return with(uploads(Duration.ofHours(1), uploads, bytes), settings.clamd());
    }

    private static UploadSettings uploads(Duration lifetime, int uploads, long bytes) {
        UploadSettings usual = UploadSettings.USUAL;
        return new UploadSettings(usual.maxFileBytes(), usual.types(), lifetime, uploads, bytes);
    }

    private Installation with(UploadSettings uploads, Optional<Clamd> clamd) {
        return new Installation(
                folder,
                new CommandApiSettings(
                        settings.web(),
                        settings.kafka(),
                        settings.postgres(),
                        settings.files(),
                        uploads,
                        clamd,
                        settings.keys(),
                        settings.masterKey(),
                        settings.digestKey(),
                        settings.oidc()));
    }

    RunningService start() {
        return CommandApiApplication.start(settings);
    }

    CommandTopic commands() {
        return new CommandTopic(settings.kafka());
    }

    /// Where the blobs of an installation are.
    Path blobs() {
        return blobs(folder);
    }

    private static Path blobs(Path folder) {
        return folder.resolve("files");
    }

    /// Every file in the blob store, those on their way in included.
    List<Path> files() {
        try (Stream<Path> all = Files.walk(blobs())) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
