package io.sillok.commandapi.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private final RefreshToken token = RefreshToken.issue(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void isReadAsItWasIssued() {
        RefreshToken read = RefreshToken.parse(token.reveal()).orElseThrow();

        assertThat(read.session()).isEqualTo(token.session());
        assertThat(read.holder()).isEqualTo(token.holder());
        assertThat(read.secret().digest()).isEqualTo(token.secret().digest());
    }

    @Test
    void isAnotherOneEveryTime() {
        RefreshToken next = RefreshToken.issue(token.session(), token.holder());

        assertThat(next.secret().digest()).isNotEqualTo(token.secret().digest());
    }

    @Test
    void isNothingElse() {
        String text = token.reveal();
        assertThat(RefreshToken.parse("")).isEmpty();
        assertThat(RefreshToken.parse(text + "x")).isEmpty();
        assertThat(RefreshToken.parse(text.substring(1))).isEmpty();
        assertThat(RefreshToken.parse(text.replace('.', '-'))).isEmpty();
        assertThat(RefreshToken.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void doesNotShowItsSecretInALog() {
        assertThat(token.toString()).doesNotContain(token.secret().reveal());
    }
}
