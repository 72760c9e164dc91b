package io.sillok.processors.catalog;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostCommand.Edit;
import io.sillok.schemas.catalog.PostCommand.Publish;
import io.sillok.schemas.catalog.PostCommand.Retract;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.catalog.PostEvent.Edited;
import io.sillok.schemas.catalog.PostEvent.Published;
import io.sillok.schemas.catalog.PostEvent.Retracted;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostDeciderTest {

    private static final PostId DIARY = new PostId(new UUID(1, 1));
    private static final Actor AUTHOR = new Actor("author", Set.of(Role.USER));
    private static final Actor EDITOR = new Actor("editor", Set.of(Role.USER, Role.EDITOR));
    private static final Published PUBLISHED = new Published(DIARY, "첫날", "<p>설렌다</p>", "author");

    private final DeciderFixture<PostCommand, PostState, PostEvent> fixture =
            DeciderFixture.of(new PostDecider());

    @Nested
    class PublishPost {

        @Test
        void recordsItWithItsAuthor() {
            fixture.by(AUTHOR).when(new Publish(DIARY, "첫날", "<p>설렌다</p>")).thenRecords(PUBLISHED);
        }

        @Test
        void recordsWhatIsLeftWhenItIsCleaned() {
            fixture.by(AUTHOR)
                    .when(new Publish(DIARY, "첫날", "<p onclick=x>설렌다</p><script>alert(1)</script>"))
                    .thenRecords(PUBLISHED);
        }

        @Test
        void refusesASecondTime() {
            fixture.given(PUBLISHED)
                    .when(new Publish(DIARY, "첫날", "a"))
                    .thenRejects(ErrorCode.E4008, "post-exists");
        }

        @Test
        void refusesATitleOutOfBounds() {
            fixture.when(new Publish(DIARY, "", "a")).thenRejects(ErrorCode.E4001, "title-length");
            fixture.when(new Publish(DIARY, "가".repeat(201), "a")).thenRejects("title-length");
        }

        @Test
        void refusesContentOutOfBounds() {
            fixture.when(new Publish(DIARY, "t", " "))
                    .thenRejects(ErrorCode.E4001, "content-length");
            fixture.when(new Publish(DIARY, "t", "가".repeat(50_001))).thenRejects("content-length");
        }

        @Test
        void refusesContentThatGrowsOutOfBoundsWhenItIsCleaned() {
            fixture.when(new Publish(DIARY, "t", "&".repeat(10_001)))
                    .thenRejects(ErrorCode.E4001, "content-length");
            fixture.when(new Publish(DIARY, "t", "<u><em><strong>" + "<p>x".repeat(10_000)))
                    .thenRejects("content-length");
        }

        @Test
        void refusesContentWithNothingToRead() {
            fixture.when(new Publish(DIARY, "t", "<script>alert(1)</script><p> </p>"))
                    .thenRejects(ErrorCode.E4001, "content-blank");
        }
    }

    @Nested
    class EditPost {

        private final Edit edit = new Edit(DIARY, "둘째 날", "<h1>바쁘다</h1><iframe>");
        private final Edited edited = new Edited(DIARY, "둘째 날", "<h1>바쁘다</h1>");

        @Test
        void recordsItForItsAuthor() {
            fixture.given(PUBLISHED).by(AUTHOR).when(edit).thenRecords(edited);
        }

        @Test
        void recordsItForAnAdmin() {
            fixture.given(PUBLISHED).when(edit).thenRecords(edited);
        }

        @Test
        void refusesEverybodyElse() {
            fixture.given(PUBLISHED)
                    .by(EDITOR)
                    .when(edit)
                    .thenRejects(ErrorCode.E4005, "author-required");
        }

        @Test
        void changesNothingWhenItIsTheSameOnceCleaned() {
            fixture.given(PUBLISHED)
                    .by(AUTHOR)
                    .when(new Edit(DIARY, "첫날", "<p class=a>설렌다</p>"))
                    .thenChangesNothing();
        }

        @Test
        void refusesContentWithNothingToRead() {
            fixture.given(PUBLISHED)
                    .by(AUTHOR)
                    .when(new Edit(DIARY, "첫날", "<img src=x>"))
                    .thenRejects("content-blank");
        }

        @Test
        void refusesWhatIsNotThere() {
            fixture.when(edit).thenRejects(ErrorCode.E4007, "post-not-found");
            fixture.given(PUBLISHED, new Retracted(DIARY)).when(edit).thenRejects("post-not-found");
        }
    }

    @Nested
    class RetractPost {

        @Test
        void recordsItForItsAuthor() {
            fixture.given(PUBLISHED)
                    .by(AUTHOR)
                    .when(new Retract(DIARY))
                    .thenRecords(new Retracted(DIARY));
        }

        @Test
        void refusesEverybodyElse() {
            fixture.given(PUBLISHED)
                    .by(EDITOR)
                    .when(new Retract(DIARY))
                    .thenRejects(ErrorCode.E4005, "author-required");
        }

        @Test
        void refusesASecondTime() {
            fixture.given(PUBLISHED, new Retracted(DIARY))
                    .by(AUTHOR)
                    .when(new Retract(DIARY))
                    .thenRejects(ErrorCode.E4007, "post-not-found");
        }
    }
}
