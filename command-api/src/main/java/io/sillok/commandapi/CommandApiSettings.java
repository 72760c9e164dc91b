package io.sillok.commandapi;

import io.sillok.commandapi.catalog.Clamd;
import io.sillok.commandapi.catalog.UploadSettings;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import io.sillok.platform.blobs.BlobSettings;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.web.WebSettings;
import java.nio.file.Path;
import java.util.Optional;

/// How the command API runs.
///
/// @param postgres of which it reads the credential directory and the keys of persons, nothing else
/// @param files where uploaded files are kept
/// @param keys folder with the signing key; the key is made there on first use
/// @param clamd the scanner without which no file is taken in; empty when files are not scanned by
///   one
/// @param masterKey file with the master keys of personal data, the same for all services; made
///   where there is none
/// @param digestKey file with the key that API keys are digested under, the same for both APIs;
///   made where there is none
/// @param oidc whose accounts elsewhere are good for a login here
public record CommandApiSettings(
        WebSettings web,
        KafkaSettings kafka,
        PostgresSettings postgres,
        BlobSettings files,
        UploadSettings uploads,
        Optional<Clamd> clamd,
        Path keys,
        Path masterKey,
        Path digestKey,
        OidcSettings oidc) {}
