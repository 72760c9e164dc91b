package io.sillok.commandapi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.problems.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    private static final Set<String> KNOWN = Set.of("username", "password");

    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    private String reason(boolean strict) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> {
                            var _ = strict ? FormBody.strict(form, KNOWN) : FormBody.lenient(form);
                        })
                .problem()
                .reason();
    }

    @Test
    void takesAnEmptyFieldForNone() {
        form.putSingle("username", "ada");
        form.putSingle("password", "");

        FormBody body = FormBody.strict(form, KNOWN);

        assertThat(body.field("username")).contains("ada");
        assertThat(body.field("password")).isEmpty();
        assertThat(body.field("other")).isEmpty();
    }

    @Test
    void refusesFieldsItDoesNotKnow() {
        form.putSingle("admin", "true");

        assertThat(reason(true)).isEqualTo("unknown-field");
        assertThat(FormBody.lenient(form).field("admin")).contains("true");
    }

    @Test
    void refusesAFieldThatStandsThereTwice() {
        form.put("username", List.of("ada", "eve"));

        assertThat(reason(true)).isEqualTo("repeated-field");
        assertThat(reason(false)).isEqualTo("repeated-field");
    }
}
