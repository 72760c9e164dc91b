package io.sillok.processors.generation.model;

import io.sillok.schemas.generation.Usage;
import java.util.List;
import java.util.Optional;

/// What was heard of a model so far. Used by one thread.
final class Transcript {

    /// An answer has to fit into a record of the log, encrypted.
    private static final int MOST_LETTERS = 60_000;

    private final List<Message> question;
    private final StringBuilder text = new StringBuilder();
    private String model;
    private Optional<Usage> counted = Optional.empty();
    private long pieces;
    private boolean finished;

    Transcript(String model, List<Message> question) {
        this.model = model;
        this.question = question;
    }

    void hear(String more) {
        text.append(more);
        pieces++;
    }

    void name(String answering) {
        model = answering;
    }

    void count(Usage usage) {
        counted = Optional.of(usage);
    }

    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    boolean isTooLong() {
        return text.length() > MOST_LETTERS;
    }

    boolean isSilent() {
        return text.isEmpty();
    }

    ModelResult answered() {
        return text.toString().isBlank()
                ? failed(new ModelFault.Empty())
                : new ModelResult.Answered(
                        model, text.toString(), counted.orElseGet(this::estimate));
    }

    ModelResult stopped() {
        return new ModelResult.Stopped(model, text.toString(), counted.orElseGet(this::estimate));
    }

    ModelResult failed(ModelFault fault) {
        Usage usage = isSilent() ? Usage.NONE : counted.orElseGet(this::estimate);
        return new ModelResult.Failed(model, fault, text.toString(), usage);
    }

    /// Most endpoints send every token by itself.
    private Usage estimate() {
        return new Usage(
                TokenEstimate.of(question),
                Math.max(pieces, TokenEstimate.of(text.toString())),
                true);
    }
}
