package io.sillok.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada@Bücher.example",
                "ada@xn--bcher-kva.example",
                "ＡＤＡ@bücher.EXAMPLE",
                " ada@bu\u0308cher.example "
            })
    void readEverySpellingOfAnAddressAsOne(String typed) {
        assertThat(LoginName.of(typed)).isEqualTo(LoginName.ofEmail("ada@bücher.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada.L", "ada.l", "ＡＤＡ.Ｌ", " ADA.L "})
    void readEverySpellingOfAUserNameAsOne(String typed) {
        assertThat(LoginName.of(typed)).isEqualTo(LoginName.ofUsername("ada.l"));
    }

    @Test
    void doNotShowANameInALog() {
        assertThat(LoginName.of("ada@example.com")).hasToString("LoginName");
    }

    @Test
    void nameEventsThatExist() {
        assertThat(MessageTypes.on(Topics.IDENTITY_EVENTS))
                .extracting(MessageType::ceType)
                .containsAll(IdentityAccess.EVENTS.effects().keySet());
    }
}
