package io.sillok.commandapi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.identity.passwords.Cost;
import io.sillok.commandapi.identity.passwords.HashingPool;
import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.schemas.personal.UserId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewSecretsTest {

    private static final UserId ADA = new UserId(UUID.randomUUID());
    private static final Optional<String> KEY = Optional.of("key");

    private final HashingPool pool = HashingPool.ofThisMachine();
    private final Passwords passwords = new Passwords(new Cost(64, 1, 1), pool);
    private final NewSecrets here;
    private final NewSecrets elsewhere;

    NewSecretsTest(@TempDir Path folder) {
        here = secrets(folder.resolve("here"));
        elsewhere = secrets(folder.resolve("elsewhere"));
    }

    private NewSecrets secrets(Path key) {
        return new NewSecrets(passwords, DigestKey.in(key), InstantSource.system());
    }

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void areTheSameAgainForARepeatedRequest() {
        assertThat(here.userId("Ada@Example.com", KEY))
                .isEqualTo(here.userId("ada@example.com", KEY));
        assertThat(here.hash("Correct-horse-7", ADA, KEY))
                .isEqualTo(here.hash("Correct-horse-7", ADA, KEY));
        assertThat(here.secret(ADA.value(), KEY).digest())
                .isEqualTo(here.secret(ADA.value(), KEY).digest());
    }

    @Test
    void areOthersForAnybodyElse() {
        UserId eve = new UserId(UUID.randomUUID());

        assertThat(here.userId("ada@example.com", KEY))
                .isNotEqualTo(here.userId("eve@example.com", KEY));
        assertThat(here.hash("Correct-horse-7", ADA, KEY))
                .isNotEqualTo(here.hash("Correct-horse-7", eve, KEY));
        assertThat(here.secret(ADA.value(), KEY).digest())
                .isNotEqualTo(here.secret(eve.value(), KEY).digest());
    }

    @Test
    void areOthersUnderAnotherKeyAndInAnotherInstallation() {
        assertThat(here.secret(ADA.value(), KEY).digest())
                .isNotEqualTo(here.secret(ADA.value(), Optional.of("other")).digest())
                .isNotEqualTo(elsewhere.secret(ADA.value(), KEY).digest());
    }

    @Test
    void areRandomWithoutAKey() {
        assertThat(here.userId("ada@example.com", Optional.empty()))
                .isNotEqualTo(here.userId("ada@example.com", Optional.empty()));
        assertThat(here.hash("Correct-horse-7", ADA, Optional.empty()))
                .isNotEqualTo(here.hash("Correct-horse-7", ADA, Optional.empty()));
        assertThat(here.secret(ADA.value(), Optional.empty()).digest())
                .isNotEqualTo(here.secret(ADA.value(), Optional.empty()).digest());
    }
}
