package io.sillok.processors.generation.model;

import java.util.List;

/// Reckons tokens where nobody counted them: four letters of Latin script are one, and so is every
/// other letter that is not; for usual tokenizers that is a little too much rather than too little.
final class TokenEstimate {

    private static final int LETTERS_PER_TOKEN = 4;
    private static final int AROUND_A_MESSAGE = 4;
    private static final int LATIN_END = 0x250;

    private TokenEstimate() {}

    static long of(String text) {
        long latin = text.codePoints().filter(letter -> letter < LATIN_END).count();
        long others = text.codePoints().count() - latin;
        return Math.ceilDiv(latin, LETTERS_PER_TOKEN) + others;
    }

    static long of(List<Message> messages) {
        return messages.stream().mapToLong(message -> of(message.text()) + AROUND_A_MESSAGE).sum();
    }
}
