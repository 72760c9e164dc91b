package io.sillok.platform.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A text file of the contract: the SQL of the read model, the mappings of the indices.
final class ContractFile {

    private ContractFile() {}

    /// Its lines, without the empty ones.
    static List<String> lines(String path) {
        return require(path).lines().filter(line -> !line.isBlank()).toList();
    }

    static String require(String path) {
        return find(path)
                .orElseThrow(() -> new IllegalStateException("the contract has no " + path));
    }

    static Optional<String> find(String path) {
        try (InputStream file = ContractFile.class.getResourceAsStream("/" + path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
