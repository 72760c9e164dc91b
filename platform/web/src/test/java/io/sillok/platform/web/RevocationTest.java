package io.sillok.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.Revocations;
import io.sillok.schemas.envelope.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a service does with a token that was good once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {

    private final Switch revocations = new Switch();
    private final EchoService echo;

    RevocationTest(@TempDir Path folder) {
        echo = new EchoService(folder, Guard.of(revocations));
    }

    @AfterAll
    void stop() {
        echo.close();
    }

    private HttpResponse<String> ask(Revocations.Standing standing) {
        revocations.standing = standing;
        return echo.send(echo.as("/api/v1/echoes/7", Set.of(Role.EDITOR), Set.of("audit:read")));
    }

    @Test
    void answersWhileItCounts() {
        assertThat(ask(Revocations.Standing.VALID).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesItWhenItCountsNoMore() {
        HttpResponse<String> answer = ask(Revocations.Standing.VOID);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(EchoService.json(answer.body()).path("code").asText()).isEqualTo("E4006");
        assertThat(EchoService.json(answer.body()).path("reason").asText())
                .isEqualTo("token-revoked");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(text -> assertThat(text).contains("invalid_token"));
    }

    @Test
    void asksForPatienceWhenItCannotTell() {
        HttpResponse<String> answer = ask(Revocations.Standing.UNKNOWN);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(EchoService.json(answer.body()).path("code").asText()).isEqualTo("E5005");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(echo.send(echo.anonymous("/health/live")).statusCode()).isEqualTo(200);
    }

    private static final class Switch implements Revocations {

        private volatile Standing standing = Standing.VALID;

        @Override
        public Standing ofToken(Caller caller, Instant issued) {
            return standing;
        }

        @Override
        public Standing ofKey(UUID key, String holder) {
            return standing;
        }
    }
}
