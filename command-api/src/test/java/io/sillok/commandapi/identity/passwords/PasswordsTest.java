package io.sillok.commandapi.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.commandapi.identity.passwords.Passwords.Match;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String SECRET = "Correct-horse-7";
    private static final Cost CHEAP = new Cost(64, 1, 1);

    private final HashingPool pool = new HashingPool(1, 1);
    private final Passwords passwords = new Passwords(CHEAP, pool);

    @AfterEach
    void stop() {
        pool.stop();
    }

    private Match match(String kept, String password) {
        return passwords.match(Optional.of(kept), password);
    }

    @Test
    void knowTheRightOneFromAnother() {
        String kept = passwords.hash(SECRET);

        assertThat(match(kept, SECRET)).isEqualTo(Match.RIGHT);
        assertThat(match(kept, "correct-horse-7")).isEqualTo(Match.WRONG);
        assertThat(match(kept, "")).isEqualTo(Match.WRONG);
    }

    @Test
    void areNeverHashedToTheSameTwice() {
        assertThat(passwords.hash(SECRET)).isNotEqualTo(passwords.hash(SECRET));
    }

    @Test
    void costWhatOwaspAsksFor() {
        assertThat(new Passwords(Cost.USUAL, pool).hash(SECRET))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void areTheSameFromEveryKeyboard() {
        String kept = passwords.hash("P\u00e4ssw\u00f6rd-1");

        assertThat(match(kept, "Pa\u0308sswo\u0308rd-1")).isEqualTo(Match.RIGHT);
    }

    @Test
    void areToBeHashedAgainWhenTheCostHasChanged() {
        String kept = new Passwords(new Cost(32, 1, 1), pool).hash(SECRET);

        assertThat(match(kept, SECRET)).isEqualTo(Match.RIGHT_AND_OUTDATED);
        assertThat(match(kept, "other")).isEqualTo(Match.WRONG);
    }

    @Test
    void ofNobodyCostTheSameAndAreWrong() {
        String kept = passwords.hash(SECRET);

        assertThat(paid(Optional.of(kept))).containsExactly(CHEAP);
        assertThat(paid(Optional.empty())).containsExactly(CHEAP);
    }

    @Test
    void whoseHashWasCheaperCostTheSameAsThoseOfNobody() {
        String kept = new Passwords(new Cost(16, 1, 1), pool).hash(SECRET);

        assertThat(paid(Optional.of(kept))).containsExactly(new Cost(16, 1, 1), new Cost(48, 1, 1));
    }

    /// What it costs to find that a password is wrong.
    private List<Cost> paid(Optional<String> kept) {
        List<Cost> paid = new ArrayList<>();
        Passwords counted =
                new Passwords(
                        CHEAP,
                        pool,
                        (password, salt, cost, length) -> {
                            paid.add(cost);
                            return Derivation.argon2id(password, salt, cost, length);
                        });
        assertThat(counted.match(kept, "wrong")).isEqualTo(Match.WRONG);
        return paid;
    }

    @Test
    void payTheDifferenceInMemoryTimesPasses() {
        assertThat(new Cost(7 * 1024, 5, 1).upTo(Cost.USUAL))
                .contains(new Cost((19 * 2 - 7 * 5) * 1024 / 2, 2, 1));
        assertThat(new Cost(8, 1, 1).upTo(new Cost(64, 3, 4))).contains(new Cost(61, 3, 1));
        assertThat(Cost.USUAL.upTo(Cost.USUAL)).isEmpty();
        assertThat(Cost.USUAL.upTo(CHEAP)).isEmpty();
    }

    @Nested
    class Pool {

        @Test
        void turnsAwayWhatWouldWaitTooLong() {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            Passwords slow =
                    new Passwords(
                            CHEAP,
                            pool,
                            (_, _, _, length) -> {
                                begun.countDown();
                                return waiting(held, length);
                            });
            Thread first = Thread.ofVirtual().start(() -> slow.hash(SECRET));
            Awaitility.await().until(() -> begun.getCount() == 0);
            Thread second = Thread.ofVirtual().start(() -> slow.hash(SECRET));
            Awaitility.await().until(() -> second.getState() == Thread.State.WAITING);

            assertThatThrownBy(() -> slow.hash(SECRET))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> {
                                assertThat(refused.problem().code()).isEqualTo(ErrorCode.E4004);
                                assertThat(refused.headers()).containsKey("Retry-After");
                            });

            held.countDown();
            Awaitility.await().until(() -> !first.isAlive() && !second.isAlive());
            assertThat(passwords.hash(SECRET)).startsWith("$argon2id$");
        }

        private static byte[] waiting(CountDownLatch held, int length) {
            try {
                held.await();
                return new byte[length];
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
