package io.sillok.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlFaultTest {

    @Test
    void tellsWhatMaySucceedLater() {
        assertThat(fault("08006")).contains(SqlFault.UNAVAILABLE);
        assertThat(fault("57P01")).contains(SqlFault.UNAVAILABLE);
        assertThat(fault("40P01")).contains(SqlFault.UNAVAILABLE);
        assertThat(SqlFault.of(new SQLException("no state"))).contains(SqlFault.UNAVAILABLE);
    }

    @Test
    void tellsWhatTheValuesAreToBlameFor() {
        assertThat(fault("22021")).contains(SqlFault.REFUSED_VALUES);
        assertThat(fault("23505")).contains(SqlFault.REFUSED_VALUES);
    }

    @Test
    void tellsWhatIsWrongAltogether() {
        assertThat(fault("42P01")).contains(SqlFault.WRONG_STATEMENT);
    }

    @Test
    void saysNothingOfOtherFailures() {
        assertThat(SqlFault.of(new IllegalStateException())).isEmpty();
    }

    private static Optional<SqlFault> fault(String state) {
        return SqlFault.of(new IllegalStateException(new SQLException("", state)));
    }
}
