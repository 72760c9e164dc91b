package io.sillok.commandapi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.identity.oidc.ProvenIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPersonTest {

    private static NewPerson of(@Nullable String email, @Nullable String name) {
        return NewPerson.of(
                new ProvenIdentity(
                        "https://people.example",
                        "42",
                        Optional.ofNullable(email),
                        Optional.ofNullable(name)));
    }

    @Test
    void hasWhatTheProviderSays() {
        NewPerson ada = of("ada@example.org", "에이다 러브레이스");

        assertThat(ada.email()).contains("ada@example.org");
        assertThat(ada.fullName()).contains("에이다 러브레이스");
        assertThat(ada.username()).matches("ada-[0-9a-f]{10}");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b+c@example.org, a.bc-[0-9a-f]{10}",
        "한글@example.org, user-[0-9a-f]{10}",
        "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd@example.org,"
                + " aaaaaaaaaabbbbbbbbbbcccccccccc-[0-9a-f]{10}"
    })
    void getsAUserNameThatCanBeOne(String email, String form) {
        assertThat(of(email, null).username()).matches(form);
    }

    @Test
    void getsAnotherUserNameEachTime() {
        assertThat(of("ada@example.org", null).username())
                .isNotEqualTo(of("ada@example.org", null).username());
    }

    @Test
    void goesWithoutWhatAnAccountCouldNotHave() {
        NewPerson somebody = of("not an address", "x");

        assertThat(somebody.email()).isEmpty();
        assertThat(somebody.fullName()).isEmpty();
        assertThat(somebody.username()).matches("user-[0-9a-f]{10}");
    }

    @Test
    void needsNothing() {
        NewPerson somebody = of(null, null);

        assertThat(somebody.email()).isEmpty();
        assertThat(somebody.fullName()).isEmpty();
    }
}
