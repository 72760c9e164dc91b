package io.sillok.processors.engine.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What follows from what was asked and answered, and when.
final class ReservationTest {

    private static final long ASKED = 1_000_000;
    private static final long SOON = ASKED + 19_999;
    private static final long LATE = ASKED + 20_000;
    private static final long STALE = ASKED + 30_000;

    private static final ClaimId X = new ClaimId(new UUID(0, 1));
    private static final ClaimId Y = new ClaimId(new UUID(0, 2));

    private final Map<ClaimId, Claim> both = new LinkedHashMap<>();

    ReservationTest() {
        both.put(X, claim("x"));
        both.put(Y, claim("y"));
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(Reservation.NONE.standing(both, SOON, 0))
                .isEqualTo(open(claim("x"), claim("y")));
        assertThat(Reservation.NONE.standing(Map.of(), SOON, 0)).isEqualTo(new Standing.Held());
    }

    @Test
    void waitsForEveryAnswer() {
        var one = asked().with(answer(X, false));

        assertThat(one.standing(both, SOON, 0)).isEqualTo(open());
        assertThat(one.isOpen(SOON, 0)).isTrue();
    }

    @Test
    void isGoodWhenAllAreGranted() {
        var all = asked().with(answer(X, true)).with(answer(Y, true));

        assertThat(all.standing(both, SOON, 0)).isEqualTo(new Standing.Held());
        assertThat(all.isOpen(SOON, 0)).isFalse();
    }

    @Test
    void tellsTheFirstThatIsTaken() {
        var none = asked().with(answer(Y, false)).with(answer(X, false));

        assertThat(none.standing(both, SOON, 0)).isEqualTo(new Standing.Taken(taken("x")));
    }

    @Test
    void endsWithoutAnAnswer() {
        assertThat(asked().standing(both, LATE, 0)).isEqualTo(new Standing.Unanswered());
        assertThat(asked().isOpen(LATE, 0)).isFalse();
    }

    @Test
    void ratherTellsWhatIsTakenThanThatSomethingIsUnanswered() {
        var half = asked().with(answer(X, false));

        assertThat(half.standing(both, LATE, 0)).isEqualTo(new Standing.Taken(taken("x")));
    }

    @Test
    void waitsAnewAfterARestart() {
        assertThat(asked().standing(both, STALE, STALE - 1)).isEqualTo(open());
    }

    @Test
    void asksAgainForWhatWasAnsweredLongAgo() {
        var old = asked().with(answer(X, true)).with(answer(Y, false));

        assertThat(old.standing(both, STALE, 0)).isEqualTo(open(claim("x"), claim("y")));
    }

    @Test
    void knowsWhatMayHaveBeenGranted() {
        assertThat(asked().possible()).containsExactly(X, Y);
        assertThat(asked().with(answer(X, false)).possible()).containsExactly(Y);
    }

    @Test
    void isStoredAsItIs() {
        var some = asked().with(answer(X, true));

        assertThat(Json.readOwn(Json.bytes(some), Reservation.class)).isEqualTo(some);
    }

    private static Reservation asked() {
        return Reservation.NONE.with(X, reserve(X), 0, ASKED).with(Y, reserve(Y), 0, ASKED);
    }

    private static ClaimAnswer answer(ClaimId claim, boolean granted) {
        return new ClaimAnswer(claim, reserve(claim), granted);
    }

    private static CommandId reserve(ClaimId claim) {
        return new CommandId(new UUID(7, claim.value().getLeastSignificantBits()));
    }

    private static Standing open(Claim... toAsk) {
        return new Standing.Open(List.of(toAsk));
    }

    private static Claim claim(String word) {
        return new Claim(new ClaimKind("word"), word, taken(word));
    }

    private static Problem taken(String word) {
        return Problem.of(ErrorCode.E4008, word + "-taken", "It is taken.");
    }
}
