package io.sillok.schemas.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    private static final UUID ID = UUID.fromString("01937b6e-6c22-7b20-9d22-1a3b5c7d9e02");

    @Test
    void readsWhatItWrites() {
        Subject subject = new Subject("learning-materials", ID);

        assertThat(subject).hasToString("learning-materials/" + ID);
        assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "materials",
                "materials/",
                "materials/1",
                "/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                "Materials/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                "자료/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                "a/materials/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                "materials/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02/text"
            })
    void refusesWhatIsNoSubject(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subject.parse(text));
    }
}
