package io.sillok.schemas.catalog;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.envelope.History;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final PostId ID = PostId.parse("01937b6e-2f77-7a70-9c77-6f8a0b2c4307");
    private static final List<PostEvent> LIFE =
            List.of(
                    new PostEvent.Published(ID, "첫날", "<p>설렌다</p>", "ada"),
                    new PostEvent.Edited(ID, "둘째 날", "<p>바쁘다</p>"),
                    new PostEvent.Retracted(ID));

    @Test
    void beginsWithItsPublication() {
        assertThat(fold(LIFE.subList(0, 1)))
                .isEqualTo(new Post(ID, 1, "첫날", "<p>설렌다</p>", "ada", false, time(1), time(1)));
    }

    @Test
    void takesItsNewWordsAndKeepsItsAuthor() {
        assertThat(fold(LIFE.subList(0, 2))).isEqualTo(post(2));
    }

    @Test
    void keepsNothingOfWhatItSaidWhenItIsRetracted() {
        Post retracted = fold(LIFE);

        assertThat(retracted.retracted()).isTrue();
        assertThat(retracted.version()).isEqualTo(3);
        assertThat(retracted.title()).isEmpty();
        assertThat(retracted.content()).isEmpty();
    }

    @Test
    void isNotChangedByRepeats() {
        Post post = fold(LIFE);

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(evolve(Optional.of(post), i + 1, LIFE.get(i))).isSameAs(post);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evolve(Optional.empty(), 2, LIFE.get(1)));
    }

    @Test
    void isAnsweredAsAResource() {
        assertThat(PostResource.of(post(2)))
                .isEqualTo(new PostResource(ID, 2, "둘째 날", "<p>바쁘다</p>", "ada", time(1), time(2)));
    }

    private static Post post(long version) {
        return new Post(ID, version, "둘째 날", "<p>바쁘다</p>", "ada", false, time(1), time(version));
    }

    private static Post fold(List<PostEvent> events) {
        Optional<Post> post = Optional.empty();
        for (int i = 0; i < events.size(); i++) {
            post = Optional.of(evolve(post, i + 1, events.get(i)));
        }
        return post.orElseThrow();
    }

    private static Post evolve(Optional<Post> before, long sequence, PostEvent event) {
        return Post.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
