package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.schemas.envelope.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private final Instant now = Instant.now();
    private final Instant later = now.plus(SigningKeys.SHOWN_AHEAD);
    private final Path folder;

    SigningKeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void areMadeOnceAndKept() {
        SigningKeys made = SigningKeys.in(folder.resolve("keys"));

        assertThat(SigningKeys.in(folder.resolve("keys")).signing(now))
                .isEqualTo(made.signing(now));
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        SigningKeys.in(folder).rotate(now);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("signing-keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void publishOnlyThePublicPart() throws IOException {
        SigningKeys keys = SigningKeys.in(folder);

        assertThat(Files.readString(keys.jwks()))
                .contains(keys.signing(now).getKeyID())
                .doesNotContain("\"d\"")
                .doesNotContain(keys.signing(now).getD().toString());
    }

    @Test
    void publishAgainWhatWasLost() throws IOException {
        SigningKeys keys = SigningKeys.in(folder);
        Files.writeString(keys.jwks(), "{\"keys\":[]}");

        SigningKeys.in(folder);

        assertThat(Files.readString(keys.jwks())).contains(keys.signing(now).getKeyID());
    }

    @Test
    void areNotReplacedWhenDamaged() throws IOException {
        Files.writeString(folder.resolve("signing-keys.json"), "{");

        assertThatThrownBy(() -> SigningKeys.in(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("signing-keys.json");
    }

    @Nested
    class Rotation {

        private final SigningKeys keys = SigningKeys.in(folder);
        private final SigningKeys ofAnotherProcess = SigningKeys.in(folder);
        private final TokenVerifier verifier =
                new TokenVerifier(
                        new TokenSettings("sillok", "sillok", keys.jwks().toString()),
                        PublicKeys.at(keys.jwks().toString()));

        private String token(Instant time) {
            return new TokenIssuer(ofAnotherProcess, "sillok", "sillok")
                    .issue(
                            new Grant("ada", Set.of(Role.USER), Set.of(), Duration.ofHours(1)),
                            time);
        }

        @Test
        void showsTheNewKeyBeforeItSigns() throws IOException {
            String before = keys.signing(now).getKeyID();

            keys.rotate(now);

            List<String> ids = ofAnotherProcess.ids(now);
            assertThat(ids).hasSize(2).startsWith(before);
            assertThat(Files.readString(keys.jwks())).contains(ids);
            assertThat(ofAnotherProcess.signing(now).getKeyID()).isEqualTo(before);
            assertThat(ofAnotherProcess.signing(later).getKeyID()).isEqualTo(ids.getLast());
        }

        @Test
        void leavesTheTokensOfBothKeysValid() {
            String old = token(now);
            assertThat(verifier.verify(old)).isInstanceOf(Verification.Valid.class);

            keys.rotate(now.minus(SigningKeys.SHOWN_AHEAD).minusSeconds(1));

            assertThat(verifier.verify(old)).isInstanceOf(Verification.Valid.class);
            assertThat(verifier.verify(token(now))).isInstanceOf(Verification.Valid.class);
        }

        @Test
        void forgetsAKeyWhoseLastTokenHasExpired() {
            String before = keys.signing(now).getKeyID();
            keys.rotate(now);

            Instant muchLater = later.plus(SigningKeys.LONGEST_TOKEN).plusSeconds(60);

            assertThat(keys.ids(muchLater)).hasSize(1).doesNotContain(before);
            assertThat(keys.published(muchLater)).doesNotContain(before);
        }

        @Test
        void refusesTheTokensOfAKeyThatHasEnded() {
            String old = token(now);
            Duration longAgo = SigningKeys.LONGEST_TOKEN.plus(Duration.ofDays(1));

            keys.rotate(now.minus(longAgo));

            assertThat(verifier.verify(old)).isEqualTo(new Verification.Invalid("token-refused"));
        }

        @Test
        void mayMakeEveryTokenVoid() {
            String old = token(now);

            keys.replaceAll(now);

            assertThat(verifier.verify(old)).isEqualTo(new Verification.Invalid("token-refused"));
            assertThat(verifier.verify(token(now))).isInstanceOf(Verification.Valid.class);
        }
    }
}
