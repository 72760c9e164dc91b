package io.sillok.schemas.bookings;

import static io.sillok.schemas.bookings.Events.TALENT;
import static io.sillok.schemas.bookings.Events.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalentTest {

    private static final Optional<String> PHONE = Optional.of("010-1234-5678");
    private static final List<TalentEvent> LIFE =
            List.of(
                    new TalentEvent.Added(
                            TALENT, "하늘", "런웨이와 화보 모델", Rate.perHour(50_000), PHONE, true),
                    new TalentEvent.Changed(
                            TALENT,
                            "김하늘",
                            "런웨이와 화보, 광고 모델",
                            Rate.perHour(60_000),
                            Optional.of("011-0000-0000"),
                            false),
                    new TalentEvent.Withdrawn(TALENT));

    @Test
    void beginsWhenAdded() {
        assertThat(fold(1))
                .isEqualTo(
                        new Talent(
                                TALENT,
                                1,
                                "하늘",
                                "런웨이와 화보 모델",
                                Rate.perHour(50_000),
                                PHONE,
                                true,
                                false,
                                time(1),
                                time(1)));
    }

    @Test
    void takesWhatIsSaidOfIt() {
        assertThat(fold(2))
                .isEqualTo(
                        new Talent(
                                TALENT,
                                2,
                                "김하늘",
                                "런웨이와 화보, 광고 모델",
                                Rate.perHour(60_000),
                                Optional.of("011-0000-0000"),
                                false,
                                false,
                                time(1),
                                time(2)));
    }

    @Test
    void leavesWithoutItsNumber() {
        Talent gone = fold(3);

        assertThat(gone.withdrawn()).isTrue();
        assertThat(gone.available()).isFalse();
        assertThat(gone.phone()).isEmpty();
        assertThat(gone.version()).isEqualTo(3);
        assertThat(gone.updatedAt()).isEqualTo(time(3));
    }

    @Test
    void isNotChangedByRepeats() {
        Talent talent = fold(3);

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(Talent.evolve(Optional.of(talent), Events.at(i + 1, LIFE.get(i))))
                    .isSameAs(talent);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Talent.evolve(Optional.empty(), Events.at(2, LIFE.get(1))));
    }

    @Test
    void isAnsweredAsAResource() {
        TalentResource resource = TalentResource.of(fold(2));

        assertThat(resource)
                .isEqualTo(
                        new TalentResource(
                                TALENT,
                                2,
                                "김하늘",
                                "런웨이와 화보, 광고 모델",
                                60_000,
                                "KRW",
                                Optional.of("011-0000-0000"),
                                false,
                                time(1),
                                time(2)));
        assertThat(resource.withoutPhone().phone()).isEmpty();
        assertThat(resource.withoutPhone().name()).isEqualTo("김하늘");
    }

    private static Talent fold(int events) {
        Optional<Talent> talent = Optional.empty();
        for (int i = 0; i < events; i++) {
            talent = Optional.of(Talent.evolve(talent, Events.at(i + 1, LIFE.get(i))));
        }
        return talent.orElseThrow();
    }
}
