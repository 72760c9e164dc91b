package io.sillok.commandapi.catalog.tus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.platform.web.problems.ProblemException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TusMetadataTest {

    private static final Set<String> KNOWN = Set.of("title", "filename", "description");

    private static TusMetadata parse(String header) {
        return TusMetadata.parse(header, KNOWN);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void holdsTexts() {
        TusMetadata metadata = parse("title " + base64("첫날") + ", filename " + base64("a.txt"));

        assertThat(metadata.texts()).isEqualTo(Map.of("title", "첫날", "filename", "a.txt"));
    }

    @Test
    void takesAnEmptyTextForNone() {
        TusMetadata metadata = parse("title,description ");

        assertThat(metadata.text("title")).isEmpty();
        assertThat(metadata.text("description")).isEmpty();
        assertThat(parse("").texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    colour cmVk | unknown-field
                    title YQ==,colour | unknown-field
                    title YQ==, | unknown-field
                    , | unknown-field
                    title YQ==,title YQ== | repeated-field
                    title YQ | invalid-field
                    title YR== | invalid-field
                    title Y Q== | invalid-field
                    title YQ==YQ== | invalid-field
                    title _-== | invalid-field
                    title ä | invalid-field
                    title gA== | invalid-field
                    """)
    void refusesWhatIsNotAsItShouldBe(String header, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parse(header))
                .satisfies(e -> assertThat(e.problem().reason()).isEqualTo(reason));
    }
}
