package io.sillok.queryapi.catalog.search;

import io.sillok.schemas.search.Hangul;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;

/// What words mean to the search engine. Stateless.
///
/// Every word may match by its Korean morphemes, as a part of a longer word (pairs of syllables in
/// a row), as the beginning of a word, or misspelt, each worth less than the one before. Titles are
/// also found by initial consonants, and by letters of which one or two are wrong: a Korean
/// syllable is too large a unit to compare what was mistyped. Only `match` queries are used, which
/// know no syntax.
final class TextQuery {

    /// Up to two words must match, of more three in four.
    private static final String ENOUGH = "2<75%";

    private static final List<String> KOREAN =
            List.of("title^4", "description^2", "file_name^2", "author^2", "text");
    private static final List<String> PAIRS =
            List.of("title.bigram^4", "description.bigram^2", "file_name.bigram^2", "text.bigram");
    private static final List<String> BEGINNINGS =
            List.of("title.edge^4", "description.edge^2", "file_name.edge^2");
    private static final List<String> MISSPELT =
            List.of(
                    "title^4",
                    "title.edge^4",
                    "description^2",
                    "description.edge^2",
                    "file_name^2",
                    "file_name.edge^2",
                    "text");

    /// One from four letters on, which is two syllables, two from nine on.
    private static final String WRONG_LETTERS = "AUTO:4,9";

    private static final float AS_INITIALS = 4f;
    private static final float AS_MISTYPED = 0.3f;
    private static final float AS_PART = 0.6f;
    private static final float AS_NOUN = 0.5f;
    private static final float AS_BEGINNING = 0.4f;
    private static final float AS_MISSPELT = 0.1f;
    private static final float WHOLE_TITLE = 20f;
    private static final float PHRASE_IN_TITLE = 8f;
    private static final float PHRASE_IN_TEXT = 2f;
    private static final int WORDS_BETWEEN = 2;

    private TextQuery() {}

    static Query matching(SearchWords words) {
        if (words.words().isEmpty()) {
            return Query.of(q -> q.matchNone(n -> n));
        }
        List<Query> each = words.words().stream().map(TextQuery::anyway).toList();
        return Query.of(
                q ->
                        q.bool(
                                all ->
                                        all.must(
                                                        m ->
                                                                m.bool(
                                                                        b ->
                                                                                b.should(each)
                                                                                        .minimumShouldMatch(
                                                                                                ENOUGH)))
                                                .should(together(words.whole()))));
    }

    /// The same without misspelt words, which are costly to find again in a long text.
    static Query exactly(SearchWords words) {
        List<Query> each =
                words.words().stream()
                        .map(
                                word ->
                                        oneOf(
                                                with(
                                                        List.of(byMorphemes(word), asPart(word)),
                                                        asNoun(word))))
                        .toList();
        return oneOf(each);
    }

    private static Query anyway(String word) {
        String letters = Hangul.lettersOf(word);
        return oneOf(
                with(
                        List.of(
                                byMorphemes(word),
                                asPart(word),
                                asBeginning(word),
                                misspelt(word),
                                Hangul.areInitials(letters)
                                        ? byInitials(letters)
                                        : mistyped(letters)),
                        asNoun(word)));
    }

    private static List<Query> with(List<Query> queries, Optional<Query> more) {
        return Stream.concat(queries.stream(), more.stream()).toList();
    }

    private static Optional<Query> asNoun(String word) {
        return Particles.without(word)
                .map(noun -> List.of(byMorphemes(noun), asPart(noun)))
                .map(
                        either ->
                                Query.of(
                                        q ->
                                                q.bool(
                                                        b ->
                                                                b.should(either)
                                                                        .minimumShouldMatch("1")
                                                                        .boost(AS_NOUN))));
    }

    private static Query oneOf(List<Query> queries) {
        return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    private static Query byMorphemes(String word) {
        return Query.of(
                q -> q.multiMatch(m -> m.query(word).fields(KOREAN).operator(Operator.And)));
    }

    private static Query asPart(String word) {
        return Query.of(
                q ->
                        q.multiMatch(
                                m ->
                                        m.query(word)
                                                .fields(PAIRS)
                                                .type(TextQueryType.Phrase)
                                                .boost(AS_PART)));
    }

    private static Query asBeginning(String word) {
        return Query.of(
                q ->
                        q.multiMatch(
                                m ->
                                        m.query(word)
                                                .fields(BEGINNINGS)
                                                .operator(Operator.And)
                                                .boost(AS_BEGINNING)));
    }

    private static Query misspelt(String word) {
        return Query.of(
                q ->
                        q.multiMatch(
                                m ->
                                        m.query(word)
                                                .fields(MISSPELT)
                                                .operator(Operator.And)
                                                .fuzziness("AUTO")
                                                .prefixLength(1)
                                                .maxExpansions(30)
                                                .boost(AS_MISSPELT)));
    }

    private static Query byInitials(String letters) {
        return Query.of(
                q ->
                        q.match(
                                m ->
                                        m.field("initials")
                                                .query(FieldValue.of(letters))
                                                .boost(AS_INITIALS)));
    }

    private static Query mistyped(String letters) {
        return Query.of(
                q ->
                        q.match(
                                m ->
                                        m.field("jamo")
                                                .query(FieldValue.of(letters))
                                                .fuzziness(WRONG_LETTERS)
                                                .prefixLength(1)
                                                .maxExpansions(30)
                                                .boost(AS_MISTYPED)));
    }

    /// Worth more when the words stand together as they were typed.
    private static List<Query> together(String whole) {
        return List.of(
                Query.of(
                        q ->
                                q.term(
                                        t ->
                                                t.field("title.exact")
                                                        .value(FieldValue.of(whole))
                                                        .boost(WHOLE_TITLE))),
                phrase("title", whole, PHRASE_IN_TITLE),
                phrase("text", whole, PHRASE_IN_TEXT));
    }

    private static Query phrase(String field, String whole, float boost) {
        return Query.of(
                q ->
                        q.matchPhrase(
                                p -> p.field(field).query(whole).slop(WORDS_BETWEEN).boost(boost)));
    }
}
