package io.sillok.schemas.catalog;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.envelope.History;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryTest {

    private static final CategoryId ID = CategoryId.parse("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");
    private static final List<CategoryEvent> LIFE =
            List.of(
                    new CategoryEvent.Created(ID, "안전"),
                    new CategoryEvent.Renamed(ID, "보건"),
                    new CategoryEvent.Archived(ID));

    @Test
    void beginsWithItsCreation() {
        assertThat(fold(LIFE.subList(0, 1)))
                .isEqualTo(new Category(ID, 1, "안전", false, time(1), time(1)));
    }

    @Test
    void takesItsNewName() {
        assertThat(fold(LIFE.subList(0, 2)))
                .isEqualTo(new Category(ID, 2, "보건", false, time(1), time(2)));
    }

    @Test
    void keepsItsNameInTheArchive() {
        assertThat(fold(LIFE)).isEqualTo(new Category(ID, 3, "보건", true, time(1), time(3)));
    }

    @Test
    void isNotChangedByRepeats() {
        Category category = fold(LIFE);

        for (int i = 0; i < LIFE.size(); i++) {
            Category again = evolve(Optional.of(category), i + 1, LIFE.get(i));
            assertThat(again).isSameAs(category);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evolve(Optional.empty(), 2, LIFE.get(1)));
    }

    @Test
    void isAnsweredAsAResource() {
        assertThat(CategoryResource.of(fold(LIFE)))
                .isEqualTo(new CategoryResource(ID, 3, "보건", true, time(1), time(3)));
    }

    private static Category fold(List<CategoryEvent> events) {
        Optional<Category> category = Optional.empty();
        for (int i = 0; i < events.size(); i++) {
            category = Optional.of(evolve(category, i + 1, events.get(i)));
        }
        return category.orElseThrow();
    }

    private static Category evolve(Optional<Category> before, long sequence, CategoryEvent event) {
        return Category.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
