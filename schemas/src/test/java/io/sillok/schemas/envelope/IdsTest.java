package io.sillok.schemas.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Nested
    class TimeOrdered {

        private static final Instant NOW = Instant.parse("2026-11-21T03:04:05.678Z");

        @Test
        void isAVersion7OfTheRfcVariant() {
            UUID id = Ids.timeOrdered(NOW);

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }

        @Test
        void beginsWithTheMillisecond() {
            UUID id = Ids.timeOrdered(NOW);

            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        }

        @Test
        void sortsByMillisecond() {
            UUID before = Ids.timeOrdered(NOW);
            UUID after = Ids.timeOrdered(NOW.plusMillis(1));

            assertThat(before.toString()).isLessThan(after.toString());
        }

        @Test
        void differsWithinAMillisecond() {
            Set<UUID> ids = new HashSet<>();
            for (int i = 0; i < 10_000; i++) {
                ids.add(Ids.timeOrdered(NOW));
            }

            assertThat(ids).hasSize(10_000);
        }
    }

    @Nested
    class Named {

        @Test
        void isAVersion5OfTheRfcVariant() {
            UUID id = Ids.named("materials/1");

            assertThat(id.version()).isEqualTo(5);
            assertThat(id.variant()).isEqualTo(2);
        }

        @Test
        void staysTheSameForEver() {
            assertThat(Ids.named("materials/01937b6e-6c22-7b20-9d22-1a3b5c7d9e02/3"))
                    .hasToString("dc5ae8b5-6f2f-59e0-914d-f36eca221e4d");
            assertThat(Ids.named("안전 🦺")).isEqualTo(Ids.named("안전 🦺"));
        }

        @Test
        void differsByName() {
            assertThat(Ids.named("a")).isNotEqualTo(Ids.named("b"));
        }
    }

    @Nested
    class Parse {

        private static final String TEXT = "01937b6e-6c22-7b20-9d22-1a3b5c7d9e02";

        @Test
        void readsWhatIsWritten() {
            assertThat(Ids.parse(TEXT)).hasToString(TEXT);
            assertThat(Ids.find(TEXT)).contains(Ids.parse(TEXT));
        }

        @Test
        void readsCapitals() {
            assertThat(Ids.parse(TEXT.toUpperCase(Locale.ROOT))).hasToString(TEXT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1-1-1-1-1",
                    "01937b6e6c227b209d221a3b5c7d9e02",
                    "{01937b6e-6c22-7b20-9d22-1a3b5c7d9e02}",
                    "01937b6e-6c22-7b20-9d22-1a3b5c7d9e0",
                    "01937b6e-6c22-7b20-9d22-1a3b5c7d9e022",
                    "01937b6e-6c22-7b20-9d221-a3b5c7d9e02",
                    "+1937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                    "０1937b6e-6c22-7b20-9d22-1a3b5c7d9e02",
                    "01937b6e-6c22-7b20-9d22-1a3b5c7d9e02\n"
                })
        void refusesEverythingElse(String text) {
            assertThat(Ids.find(text)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> Ids.parse(text));
        }

        @ParameterizedTest
        @FieldSource("READERS")
        void isHowEveryIdIsRead(Function<String, Object> reader) {
            assertThat(reader.apply(TEXT)).asString().endsWith(TEXT);
            assertThatIllegalArgumentException().isThrownBy(() -> reader.apply("1-1-1-1-1"));
        }

        static final List<Function<String, Object>> READERS =
                List.of(
                        CategoryId::parse,
                        MaterialId::parse,
                        UserId::parse,
                        CommandId::parse,
                        id -> Subject.parse("materials/" + id));
    }
}
