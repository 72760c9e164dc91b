package io.sillok.processors.catalog.projection;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.schemas.catalog.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/// Where the plain texts of files are.
interface TextSource {

    /// A text in Unicode's composed form, in which searches are written; empty when there is none.
    ///
    /// @throws RuntimeException when the store does not answer
    Optional<String> find(Sha256 address);

    /// The texts in a blob store.
    static TextSource in(BlobStore blobs) {
        return address -> read(blobs, new BlobAddress(address.hex()));
    }

    private static Optional<String> read(BlobStore blobs, BlobAddress address) {
        if (blobs.find(address).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = blobs.open(address)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
