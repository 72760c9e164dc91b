package io.sillok.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryEvent.Archived;
import io.sillok.schemas.catalog.CategoryEvent.Created;
import io.sillok.schemas.catalog.CategoryEvent.Renamed;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryDeciderTest {

    private static final CategoryId SAFETY = new CategoryId(new UUID(1, 1));
    private static final CategoryId OTHER = new CategoryId(new UUID(2, 2));

    private final DeciderFixture<CategoryCommand, CategoryState, CategoryEvent> fixture =
            DeciderFixture.of(new CategoryDecider());

    @Nested
    class CreateCategory {

        @Test
        void recordsIt() {
            fixture.when(new Create(SAFETY, "안전 교육")).thenRecords(new Created(SAFETY, "안전 교육"));
        }

        @Test
        void refusesAnIdInUse() {
            fixture.given(new Created(SAFETY, "안전"))
                    .when(new Create(SAFETY, "보건"))
                    .thenRejects(ErrorCode.E4008, "category-exists");
        }

        @Test
        void refusesAnEmptyName() {
            fixture.when(new Create(SAFETY, "  ")).thenRejects(ErrorCode.E4001, "name-length");
        }

        @Test
        void countsCharactersAsPeopleDo() {
            fixture.when(new Create(SAFETY, "🎓".repeat(100)))
                    .thenRecords(new Created(SAFETY, "🎓".repeat(100)));
            fixture.when(new Create(SAFETY, "가".repeat(101))).thenRejects("name-length");
        }
    }

    @Nested
    class RenameCategory {

        @Test
        void recordsIt() {
            fixture.given(new Created(SAFETY, "안전"))
                    .when(new Rename(SAFETY, "산업 안전"))
                    .thenRecords(new Renamed(SAFETY, "산업 안전"));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(new Created(SAFETY, "안전"))
                    .when(new Rename(SAFETY, "안전"))
                    .thenChangesNothing();
        }

        @Test
        void recordsAnotherSpelling() {
            fixture.given(new Created(SAFETY, "safety"))
                    .when(new Rename(SAFETY, "Safety"))
                    .thenRecords(new Renamed(SAFETY, "Safety"));
        }

        @Test
        void refusesOneThatIsNotThere() {
            fixture.when(new Rename(SAFETY, "안전"))
                    .thenRejects(ErrorCode.E4007, "category-not-found");
        }

        @Test
        void refusesAnArchivedOne() {
            fixture.given(new Created(SAFETY, "안전"), new Archived(SAFETY))
                    .when(new Rename(SAFETY, "보건"))
                    .thenRejects("category-not-found");
        }
    }

    @Nested
    class ArchiveCategory {

        @Test
        void recordsIt() {
            fixture.given(new Created(SAFETY, "안전"))
                    .when(new Archive(SAFETY))
                    .thenRecords(new Archived(SAFETY));
        }

        @Test
        void refusesItTwice() {
            fixture.given(new Created(SAFETY, "안전"), new Archived(SAFETY))
                    .when(new Archive(SAFETY))
                    .thenRejects(ErrorCode.E4007, "category-not-found");
        }
    }

    @Nested
    class TheName {

        @ParameterizedTest
        @ValueSource(strings = {"safety", "ＳＡＦＥＴＹ", "  Safety ", "SAFETY"})
        void isClaimedAsPeopleReadIt(String name) {
            assertThat(claims(new Created(OTHER, name)))
                    .isEqualTo(claims(new Created(SAFETY, "Safety")));
        }

        @Test
        void isRefusedAsTaken() {
            var taken = claims(new Created(SAFETY, "안전")).getFirst().taken();

            assertThat(taken.code()).isEqualTo(ErrorCode.E4008);
            assertThat(taken.reason()).isEqualTo("category-name-taken");
        }

        @Test
        void isClaimedUntilItIsChanged() {
            assertThat(claims(new Created(SAFETY, "안전"), new Renamed(SAFETY, "보건")))
                    .isEqualTo(claims(new Created(OTHER, "보건")));
        }

        @Test
        void isFreeWhenTheCategoryIsArchived() {
            assertThat(claims(new Created(SAFETY, "안전"), new Archived(SAFETY))).isEmpty();
        }

        private List<Claim> claims(CategoryEvent... events) {
            return new CategoryDecider().claims(fixture.given(events).state());
        }
    }

    @Nested
    class Writers {

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"EDITOR", "ADMIN"})
        void areCurators(Role role) {
            fixture.by(new Actor("someone", Set.of(role)))
                    .when(new Create(SAFETY, "안전"))
                    .thenRecords(new Created(SAFETY, "안전"));
        }

        @Test
        void areNotPlainUsers() {
            fixture.by(new Actor("someone", Set.of(Role.USER)))
                    .when(new Create(SAFETY, "안전"))
                    .thenRejects(ErrorCode.E4005, "curator-required");
        }
    }
}
