package io.sillok.processors.engine.work;

import io.sillok.schemas.topics.Topic;
import java.time.Duration;

/// How some work is shared out.
///
/// @param topic where the work comes from
/// @param group the share group, without namespace; its instances share the work
/// @param lanes how many lanes this process has, with a consumer each, for a work each
/// @param mostLanes how many it opens while all others are busy; they close when they are idle
/// @param lock how long a work stays taken when its worker no longer gives a sign of life
/// @param tries after which a work is given up
/// @param firstPause before the second try; doubled for each further one
/// @param longestPause between two tries
/// @param grace how long a work may go on when the process stops
public record WorkSettings(
        Topic topic,
        String group,
        int lanes,
        int mostLanes,
        Duration lock,
        int tries,
        Duration firstPause,
        Duration longestPause,
        Duration grace) {

    /// The most deliveries that a broker allows by default. Those beyond the tries are spare: a try
    /// that was cut short by a crash counts as a delivery too.
    static final int DELIVERIES = 10;

    public WorkSettings {
        if (lanes < 1 || tries < 1 || tries >= DELIVERIES) {
            throw new IllegalArgumentException("at least one lane, 1 to 9 tries");
        }
        if (mostLanes < lanes) {
            throw new IllegalArgumentException("no fewer lanes at most than always");
        }
        if (lock.toMillis() < 1_000) {
            throw new IllegalArgumentException("a lock lasts at least one second");
        }
    }

    /// Four works at once, eight tries within about two minutes.
    public static WorkSettings of(Topic topic, String group) {
        return new WorkSettings(
                topic,
                group,
                4,
                4,
                Duration.ofSeconds(15),
                8,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2));
    }

    /// The same for many works at once that mostly wait.
    ///
    /// @param most works at once
    /// @param attempts after which a work is given up
    public WorkSettings many(int most, int attempts) {
        return new WorkSettings(
                topic,
                group,
                Math.min(4, most),
                most,
                lock,
                attempts,
                firstPause,
                longestPause,
                grace);
    }

    /// How long to wait after a try.
    ///
    /// @param attempt from 1
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
