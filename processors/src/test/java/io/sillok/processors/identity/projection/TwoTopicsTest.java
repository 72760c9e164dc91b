package io.sillok.processors.identity.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Rows that come of two topics, of which either may be read first.
class TwoTopicsTest {

    private static final UserId ADA = new UserId(new UUID(1, 1));
    private static final ApiKeyId KEY = new ApiKeyId(new UUID(5, 5));
    private static final Instant LATER = Instant.ofEpochSecond(99);

    /// A change of a row.
    private interface Step<S> {
        S after(Optional<S> before);
    }

    @Nested
    class TheDirectory {

        private final Step<DirectoryEntry> registered =
                user(
                        1,
                        new UserEvent.Registered(
                                ADA,
                                Optional.of("ADA@Example.com"),
                                Optional.of("Ada"),
                                Optional.empty(),
                                List.of(Role.USER),
                                true));
        private final Step<DirectoryEntry> first = hash(1, "first");
        private final Step<DirectoryEntry> changed =
                user(2, new UserEvent.PasswordChanged(ADA, Optional.empty()));
        private final Step<DirectoryEntry> second = hash(2, "second");
        private final Step<DirectoryEntry> erased = user(3, new UserEvent.Erased(ADA));
        private final Step<DirectoryEntry> forgotten =
                before -> DirectoryEntry.kept(before, ADA, end(3, ADA.subject()));

        @Test
        void namesPeopleAsTheirNamesAreCompared() {
            var account = fold(registered, first).user().orElseThrow();

            assertThat(account.email()).contains("ada@example.com");
            assertThat(account.username()).contains("ada");
            assertThat(account.active()).isTrue();
        }

        @Test
        void isTheSameInWhateverOrder() {
            var one = fold(registered, first, changed, second);

            assertThat(one.passwordHash()).contains("second");
            assertThat(fold(first, second, registered, changed)).isEqualTo(one);
            assertThat(fold(registered, changed, first, second)).isEqualTo(one);
            assertThat(fold(registered, changed, second)).isEqualTo(one);
        }

        @Test
        void isNotChangedByRepeats() {
            var one = fold(registered, first, changed, second);

            for (Step<DirectoryEntry> step : List.of(registered, first, changed, second)) {
                assertThat(step.after(Optional.of(one))).isEqualTo(one);
            }
        }

        @Test
        void neverHasTheOldPasswordOnceThereIsANewOne() {
            assertThat(fold(registered, first, changed).passwordHash()).isEmpty();
            assertThat(fold(registered, changed, first).passwordHash()).isEmpty();
        }

        @Test
        void emptiesWithThePerson() {
            var empty = fold(registered, first, changed, second, erased, forgotten);

            assertThat(empty.passwordHash()).isEmpty();
            assertThat(empty.user().orElseThrow().email()).isEmpty();
            assertThat(empty.user().orElseThrow().username()).isEmpty();
            assertThat(empty.user().orElseThrow().active()).isFalse();
            assertThat(fold(registered, changed, erased, second)).isEqualTo(empty);
            assertThat(fold(forgotten, registered, changed, erased)).isEqualTo(empty);
        }

        private static Step<DirectoryEntry> user(long sequence, UserEvent event) {
            return before ->
                    DirectoryEntry.after(before, ADA, envelope(sequence, ADA.subject(), event));
        }

        private static Step<DirectoryEntry> hash(long sequence, String hash) {
            return before ->
                    DirectoryEntry.kept(
                            before,
                            ADA,
                            kept(
                                    sequence,
                                    ADA.subject(),
                                    new Credential.Password(ADA, Optional.of(hash))));
        }
    }

    @Nested
    class AnApiKey {

        private final Step<KnownKey> issued =
                key(
                        1,
                        new ApiKeyEvent.Issued(
                                KEY, ADA, Optional.of("build"), List.of("a:b"), LATER));
        private final Step<KnownKey> digest =
                before ->
                        KnownKey.kept(
                                before,
                                KEY,
                                kept(
                                        1,
                                        KEY.subject(),
                                        new Credential.ApiKeyDigest(KEY, ADA, "digest")));
        private final Step<KnownKey> revoked =
                key(2, new ApiKeyEvent.Revoked(KEY, ADA, EndReason.REVOKED));
        private final Step<KnownKey> forgotten =
                before -> KnownKey.kept(before, KEY, end(2, KEY.subject()));

        @Test
        void isTheSameInWhateverOrder() {
            var one = fold(issued, digest);

            assertThat(one.digest()).contains("digest");
            assertThat(fold(digest, issued)).isEqualTo(one);
            assertThat(fold(issued, digest, issued, digest)).isEqualTo(one);
        }

        @Test
        void losesItsDigestWhenItIsRevoked() {
            var over = fold(issued, digest, revoked, forgotten);

            assertThat(over.digest()).isEmpty();
            assertThat(fold(issued, revoked, digest)).isEqualTo(over);
            assertThat(fold(digest, forgotten, issued, revoked)).isEqualTo(over);
            assertThat(fold(issued, revoked)).isEqualTo(over);
        }

        private static Step<KnownKey> key(long sequence, ApiKeyEvent event) {
            return before -> KnownKey.after(before, KEY, envelope(sequence, KEY.subject(), event));
        }
    }

    @SafeVarargs
    private static <S> S fold(Step<S>... steps) {
        Optional<S> row = Optional.empty();
        for (Step<S> step : steps) {
            row = Optional.of(step.after(row));
        }
        return row.orElseThrow();
    }

    private static <E> EventEnvelope<E> envelope(long sequence, Subject subject, E event) {
        return new EventEnvelope<>(
                new UUID(9, sequence),
                BoundaryKey.of(subject),
                subject,
                sequence,
                Chain.START,
                Instant.ofEpochSecond(sequence),
                "ada",
                new UUID(5, 6),
                new CommandId(new UUID(3, sequence)),
                Optional.empty(),
                event);
    }

    private static KeptEnvelope<Object> kept(long sequence, Subject subject, Object value) {
        return new KeptEnvelope<>(
                new UUID(9, sequence),
                subject,
                sequence,
                Instant.ofEpochSecond(sequence),
                "ada",
                new UUID(5, 6),
                new UUID(3, sequence),
                Optional.empty(),
                Optional.of(value));
    }

    private static KeptEnvelope<Object> end(long sequence, Subject subject) {
        return KeptEnvelope.noMore(envelope(sequence, subject, "any"));
    }
}
