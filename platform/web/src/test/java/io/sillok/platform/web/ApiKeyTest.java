package io.sillok.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.ApiKeyToken;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.IssuedKey;
import io.sillok.platform.web.access.Revocations;
import io.sillok.schemas.envelope.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a service does with an API key.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeyTest {

    private static final String ADA = UUID.randomUUID().toString();

    private final Instant later = Instant.now().plus(Duration.ofDays(90));
    private final Map<UUID, IssuedKey> issued = new ConcurrentHashMap<>();
    private final Set<UUID> revoked = ConcurrentHashMap.newKeySet();
    private final DigestKey digests;
    private final EchoService echo;

    ApiKeyTest(@TempDir Path folder) {
        digests = DigestKey.in(folder.resolve("digest.key"));
        echo =
                new EchoService(
                        folder,
                        new Guard(
                                new Revoked(),
                                id -> Optional.ofNullable(issued.get(id)),
                                Optional.of(digests)));
    }

    @AfterAll
    void stop() {
        echo.close();
    }

    private ApiKeyToken issue(Role role, Set<String> scopes, Instant expires) {
        ApiKeyToken token = ApiKeyToken.issue(UUID.randomUUID());
        String digest = digests.digest(token.secret());
        issued.put(
                token.id(), new IssuedKey(token.id(), ADA, Set.of(role), scopes, digest, expires));
        return token;
    }

    private HttpResponse<String> ask(String key) {
        return echo.send(echo.anonymous("/api/v1/echoes/7").header("X-API-Key", key));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(EchoService.json(answer.body()).path("code").asText()).isEqualTo(code);
    }

    @Test
    void speaksForItsHolder() {
        ApiKeyToken token = issue(Role.ADMIN, Set.of("audit:read"), later);

        assertThat(ask(token.reveal()).statusCode()).isEqualTo(200);
    }

    @Test
    void mayNoMoreThanItWasIssuedFor() {
        refused(ask(issue(Role.ADMIN, Set.of("catalog:write"), later).reveal()), 403, "E4005");
    }

    @Test
    void mayNoMoreThanItsHolderMayToday() {
        refused(ask(issue(Role.EDITOR, Set.of("audit:read"), later).reveal()), 403, "E4005");
    }

    @Test
    void isRefusedWhenItIsOver() {
        refused(ask(issue(Role.ADMIN, Set.of("audit:read"), Instant.now()).reveal()), 401, "E4003");
    }

    @Test
    void isRefusedWhenItWasRevoked() {
        ApiKeyToken token = issue(Role.ADMIN, Set.of("audit:read"), later);
        revoked.add(token.id());

        refused(ask(token.reveal()), 401, "E4003");
    }

    @Test
    void isRefusedWithAnotherSecretOrNone() {
        ApiKeyToken token = issue(Role.ADMIN, Set.of("audit:read"), later);

        refused(ask(ApiKeyToken.issue(token.id()).reveal()), 401, "E4003");
        refused(ask(ApiKeyToken.issue(UUID.randomUUID()).reveal()), 401, "E4003");
        refused(ask("slk_" + token.id()), 401, "E4003");
        refused(ask("secret"), 401, "E4003");
    }

    @Test
    void isNotTakenTogetherWithAToken() {
        ApiKeyToken token = issue(Role.ADMIN, Set.of("audit:read"), later);

        HttpResponse<String> answer =
                echo.send(
                        echo.as("/api/v1/echoes/7", Set.of(Role.EDITOR), Set.of("audit:read"))
                                .header("X-API-Key", token.reveal()));

        refused(answer, 401, "E4003");
        assertThat(EchoService.json(answer.body()).path("reason").asText())
                .isEqualTo("several-credentials");
    }

    private final class Revoked implements Revocations {

        @Override
        public Standing ofToken(Caller caller, Instant at) {
            return Standing.VALID;
        }

        @Override
        public Standing ofKey(UUID key, String holder) {
            return revoked.contains(key) ? Standing.VOID : Standing.VALID;
        }
    }
}
