package io.sillok.processors.generation;

import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The answers that an account's owner got lately, newest first: asked the same again, they get the
/// same. Bounded, because they are written with every decision of the account.
record KnownAnswers(List<KnownAnswer> newestFirst) {

    /// How long an answer is repeated.
    static final Duration KEPT = Duration.ofMinutes(30);

    static final int MOST = 16;
    static final int LONGEST = 20_000;

    static final KnownAnswers NONE = new KnownAnswers(List.of());

    KnownAnswers {
        newestFirst = List.copyOf(newestFirst);
    }

    /// The answer to the same question, unless it is too old.
    ///
    /// @param cleared what was answered until then counts as forgotten
    Optional<KnownAnswer> find(String digest, Instant now, Instant cleared) {
        return newestFirst.stream()
                .filter(known -> known.digest().equals(Optional.of(digest)))
                .filter(known -> known.answer().isPresent())
                .filter(known -> known.time().isAfter(now.minus(KEPT)))
                .filter(known -> known.time().isAfter(cleared))
                .findFirst();
    }

    /// With one more; what has become too old, or too much, is dropped.
    KnownAnswers with(KnownAnswer another) {
        if (!isWorthKeeping(another)) {
            return this;
        }
        Instant horizon = another.time().minus(KEPT);
        return new KnownAnswers(
                Stream.concat(
                                Stream.of(another),
                                newestFirst.stream()
                                        .filter(known -> known.time().isAfter(horizon))
                                        .filter(known -> !known.digest().equals(another.digest())))
                        .limit(MOST)
                        .toList());
    }

    KnownAnswers without(GenerationId source) {
        return new KnownAnswers(
                newestFirst.stream().filter(known -> !known.source().equals(source)).toList());
    }

    private static boolean isWorthKeeping(KnownAnswer known) {
        return known.digest().isPresent()
                && known.answer().map(Answer::text).filter(t -> t.length() <= LONGEST).isPresent();
    }
}
