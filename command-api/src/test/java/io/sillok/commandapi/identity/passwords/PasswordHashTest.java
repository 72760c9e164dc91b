package io.sillok.commandapi.identity.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /// From the tests of the reference implementation (phc-winner-argon2, `src/test.c`).
    private static final String OF_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void isTheOneOfTheReferenceImplementation() {
        PasswordHash hash = PasswordHash.parse(OF_THE_REFERENCE);

        byte[] derived =
                Derivation.argon2id(
                        "password".getBytes(UTF_8),
                        "somesalt".getBytes(UTF_8),
                        new Cost(65_536, 2, 1),
                        32);

        assertThat(hash.cost()).isEqualTo(new Cost(65_536, 2, 1));
        assertThat(hash.salt()).asString(UTF_8).isEqualTo("somesalt");
        assertThat(hash.isSame(derived)).isTrue();
        assertThat(hash.toString()).isEqualTo(OF_THE_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
                "$2b$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcdefghi"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
