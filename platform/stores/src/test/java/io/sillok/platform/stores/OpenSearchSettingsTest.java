package io.sillok.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.topics.Namespace;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenSearchSettingsTest {

    private static final Namespace HERE = new Namespace("here");

    @Test
    void readsSeveralNodes() {
        assertThat(OpenSearchSettings.parse("http://a:9200, https://b:9201", HERE).nodes())
                .containsExactly(URI.create("http://a:9200"), URI.create("https://b:9201"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenSearchSettings.parse("localhost:9200", HERE));
    }

    @Test
    void neverShowsAPassword() {
        assertThat(OpenSearchSettings.parse("http://me:secret@a:9200", HERE).toString())
                .doesNotContain("secret");
        assertThat(new PostgresSettings("jdbc:postgresql://a/b", "me", "secret", HERE).toString())
                .doesNotContain("secret");
    }
}
