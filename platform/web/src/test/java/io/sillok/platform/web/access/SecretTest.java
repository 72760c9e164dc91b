package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void isReadAsItWasRevealed() {
        Secret secret = Secret.random();

        Secret read = Secret.parse(secret.reveal()).orElseThrow();

        assertThat(read.digest()).isEqualTo(secret.digest()).matches("[0-9a-f]{64}");
        assertThat(secret.reveal()).hasSize(Secret.CHARACTERS);
    }

    @Test
    void hasOneTextOnly() {
        String text = Secret.random().reveal();
        // the last of 43 characters carries four bits: others of the same four are no other names
        String alias = text.substring(0, 42) + (char) (text.charAt(42) + 1);

        assertThat(Secret.parse(alias)).isEmpty();
        assertThat(Secret.parse("!".repeat(43))).isEmpty();
        assertThat(Secret.parse("")).isEmpty();
    }

    @Nested
    class OfAnApiKey {

        @Test
        void isReadAsItWasRevealed() {
            ApiKeyToken key = ApiKeyToken.issue(UUID.randomUUID());

            ApiKeyToken read = ApiKeyToken.parse(key.reveal()).orElseThrow();

            assertThat(key.reveal()).startsWith("slk_" + key.id() + "_");
            assertThat(read.id()).isEqualTo(key.id());
            assertThat(read.secret().digest()).isEqualTo(key.secret().digest());
        }

        @Test
        void isNotInAnythingElse() {
            String text = ApiKeyToken.issue(UUID.randomUUID()).reveal();

            assertThat(ApiKeyToken.parse(text + "x")).isEmpty();
            assertThat(ApiKeyToken.parse("sl" + text.substring(1))).isEmpty();
            assertThat(ApiKeyToken.parse(text.replace('_', '-'))).isEmpty();
            assertThat(ApiKeyToken.parse("slk_" + "-".repeat(36) + text.substring(40))).isEmpty();
        }
    }

    @Nested
    class UnderAKeyOfTheInstallation {

        @TempDir Path folder;

        @Test
        void hasTheSameDigestAfterARestart() {
            Path file = folder.resolve("keys/digests.key");
            Secret secret = Secret.random();

            String digest = DigestKey.in(file).digest(secret);

            assertThat(DigestKey.in(file).matches(digest, secret)).isTrue();
            assertThat(DigestKey.in(file).matches(digest, Secret.random())).isFalse();
            assertThat(digest).isNotEqualTo(secret.digest()).matches("[0-9a-f]{64}");
        }

        @Test
        void hasAnotherDigestInAnotherInstallation() {
            Secret secret = Secret.random();

            String digest = DigestKey.in(folder.resolve("one")).digest(secret);

            assertThat(DigestKey.in(folder.resolve("other")).matches(digest, secret)).isFalse();
        }

        @Test
        void isKeptFromOthers() throws IOException {
            DigestKey.in(folder.resolve("key"));

            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("key"))))
                    .isEqualTo("rw-------");
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        }

        @Test
        void isNotReplacedWhenDamaged() throws IOException {
            Files.writeString(folder.resolve("key"), "c2hvcnQ=");

            assertThatThrownBy(() -> DigestKey.in(folder.resolve("key")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }
}
