package io.sillok.schemas.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts an answer together for one listener, from the chunks of its attempts and its end, in
/// whatever order those two come: every piece once, in order, and all of it, because the end has
/// the whole answer. Pure but for its own state; not thread-safe; for one listener.
public final class AnswerStream {

    private StreamPlace place;
    private Optional<AnswerEnd> end = Optional.empty();
    private boolean over;

    /// What a listener is to be told.
    public sealed interface Step {

        /// The answer goes on.
        ///
        /// @param place after it
        record Said(StreamPlace place, String text) implements Step {}

        /// All that was told so far counts no more; the answer begins anew.
        record Restarted(int attempt) implements Step {}

        /// There is nothing more.
        record Ended(AnswerEnd end) implements Step {}
    }

    /// @param place that the listener has heard
    public AnswerStream(StreamPlace place) {
        this.place = place;
    }

    /// One more chunk.
    public List<Step> take(Chunk chunk) {
        if (over || chunk.attempt() < place.attempt()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>(turnTo(chunk.attempt()));
        // after a gap, which only a listener who came late can have, the end tells the rest
        if (chunk.index() == place.index() + 1) {
            steps.add(said(chunk.text().orElse("")));
        }
        end.filter(this::isAllHeard).ifPresent(known -> steps.addAll(finish(known)));
        return steps;
    }

    /// The end, which may come before the last chunks.
    public List<Step> take(AnswerEnd known) {
        if (over) {
            return List.of();
        }
        end = Optional.of(known);
        return isAllHeard(known) ? finish(known) : List.of();
    }

    /// Chunks that have not come by now will not come: tells the rest of an answer whose end is
    /// known.
    public List<Step> waitNoLonger() {
        return over ? List.of() : end.map(this::finish).orElseGet(List::of);
    }

    /// Whether the end is known and chunks are not there yet that belong before it.
    public boolean isWaitingForChunks() {
        return !over && end.isPresent();
    }

    public boolean isOver() {
        return over;
    }

    private boolean isAllHeard(AnswerEnd known) {
        return known.chunks() == 0
                || (known.attempt() == place.attempt() && place.index() + 1 >= known.chunks());
    }

    private List<Step> finish(AnswerEnd known) {
        over = true;
        List<Step> steps = new ArrayList<>();
        String text = known.answer().map(Answer::text).orElse("");
        if (!text.isEmpty()) {
            steps.addAll(turnTo(known.attempt()));
            if (text.length() > place.length()) {
                steps.add(said(text.substring(place.length())));
            }
        }
        steps.add(new Step.Ended(known));
        return steps;
    }

    private List<Step> turnTo(int attempt) {
        if (attempt == place.attempt()) {
            return List.of();
        }
        boolean wasHeard = !place.isBegin();
        place = StreamPlace.begin(attempt);
        return wasHeard ? List.of(new Step.Restarted(attempt)) : List.of();
    }

    private Step said(String text) {
        place = place.after(text);
        return new Step.Said(place, text);
    }
}
