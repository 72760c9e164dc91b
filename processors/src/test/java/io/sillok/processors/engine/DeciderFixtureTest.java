package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryEvent.Created;
import io.sillok.schemas.catalog.CategoryEvent.Renamed;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeciderFixtureTest {

    private static final CategoryId A = Naming.category("a");

    private final DeciderFixture<CategoryCommand, NamingDecider.Name, CategoryEvent> nothing =
            DeciderFixture.of(new NamingDecider());

    @Test
    void showsEvents() {
        nothing.when(new Create(A, "first")).thenRecords(new Created(A, "first"));
    }

    @Test
    void foldsWhatWasGiven() {
        var given = nothing.given(new Created(A, "first"), new Renamed(A, "second"));

        assertThat(given.state().text()).isEqualTo(Optional.of("second"));
        given.when(new Rename(A, "second")).thenChangesNothing();
    }

    @Test
    void showsRefusals() {
        nothing.when(new Rename(A, "second")).thenRejects(ErrorCode.E4007, "not-found");
    }

    @Test
    void knowsReferences() {
        nothing.when(new Create(A, "like b")).thenRejects("unknown-name");
        nothing.knowing(NamingDecider.reference("b"), "b")
                .when(new Create(A, "like b"))
                .thenRecords(new Created(A, "like b"));
    }

    @Test
    void failsWhenItIsNotAsExpected() {
        var then = nothing.when(new Create(A, "first"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(then::thenChangesNothing);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> then.thenRejects("not-found"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> then.thenRecords(new Created(A, "other")));
    }
}
