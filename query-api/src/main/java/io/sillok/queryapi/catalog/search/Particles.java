package io.sillok.queryapi.catalog.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The particles (조사) that follow a Korean noun without a space: 을 in 에어팟을. An analyzer knows most
/// of them by its dictionary, but takes 소화기의 for 소화 and 기의, and does not know most names.
final class Particles {

    private static final Pattern NOUN_AND_PARTICLE =
            Pattern.compile(
                    "([가-힣]{2,}?)(?:에게서|에서는|에서도|으로는|에서|에게|에는|까지|부터|처럼|보다|마다|으로|이나|이랑|하고"
                            + "|[을를이가은는의에와과도만로랑])");

    private Particles() {}

    /// The word without the particle that it may end with. At least two syllables are left, so that
    /// 회의 stays what it is; where the last syllable belongs to the noun (고양이), what is left is
    /// another word, so it can be but a second guess.
    static Optional<String> without(String word) {
        Matcher matcher = NOUN_AND_PARTICLE.matcher(word);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
