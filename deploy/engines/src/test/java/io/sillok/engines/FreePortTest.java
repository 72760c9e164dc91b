package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.engines.EngineFailure.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FreePortTest {

    private static final EngineSettings ANY_PORT = EngineSettings.in(Path.of("data"));

    @Test
    void triesAnotherPortWhenSomebodyIsFaster() {
        var tried = new ArrayList<Integer>();

        var port =
                FreePort.start(
                        ANY_PORT,
                        candidate -> {
                            tried.add(candidate);
                            if (tried.size() < 3) {
                                throw new EngineFailure(Reason.PORT_TAKEN, "taken");
                            }
                            return candidate;
                        });

        assertThat(tried).hasSize(3).last().isEqualTo(port);
    }

    @Test
    void insistsOnAPortThatIsNamed() {
        var failure =
                catchThrowableOfType(
                        EngineFailure.class,
                        () ->
                                FreePort.start(
                                        ANY_PORT.withPort(9092),
                                        port -> {
                                            throw new EngineFailure(
                                                    Reason.PORT_TAKEN, "port " + port);
                                        }));

        assertThat(failure).hasMessage("port 9092");
    }
}
