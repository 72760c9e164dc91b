package io.sillok.processors.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProjectionNameTest {

    @Test
    void namesTableAndView() {
        ProjectionName name = new ProjectionName("blob-references", 1);
        assertThat(name).hasToString("blob-references@v1");
        assertThat(name.table()).isEqualTo("blob_references_v1");
        assertThat(name.view()).isEqualTo("blob_references");
        assertThat(name.next().table()).isEqualTo("blob_references_v2");
    }

    @Test
    void refusesWhatCouldNotStandInSql() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProjectionName("a; drop table b", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProjectionName("a", 0));
    }
}
