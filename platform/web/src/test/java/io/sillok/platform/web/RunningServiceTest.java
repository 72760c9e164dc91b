package io.sillok.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.health.Probe;
import io.sillok.schemas.envelope.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServiceTest {

    private static final String GOOD = "{\"text\":\"x\",\"inner\":[]}";

    private final EchoService echo;

    RunningServiceTest(@TempDir Path folder) {
        echo = new EchoService(folder);
    }

    @AfterAll
    void stop() {
        echo.close();
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode body = EchoService.json(answer.body());
        assertThat(body.path("incident_id").asText()).matches("INC-[0-9]{8}-[0-9A-F]{8}");
        assertThat(body.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(body.path("violations").isArray()).isTrue();
        return answer.statusCode()
                + " "
                + body.path("code").asText()
                + " "
                + body.path("reason").asText();
    }

    @Nested
    class Access {

        private String to(String path, String authorization) {
            return problem(echo.send(echo.anonymous(path).header("Authorization", authorization)));
        }

        @Test
        void takesATokenUnlessAResourceIsPublic() {
            HttpResponse<String> answer = echo.send(echo.anonymous("/api/v1/echoes/7"));

            assertThat(problem(answer)).isEqualTo("401 E4006 token-missing");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"sillok\"");
        }

        @Test
        void looksForTheTokenInItsHeaderOnly() {
            assertThat(problem(echo.send(echo.anonymous("/api/v1/echoes/7?access_token=x"))))
                    .isEqualTo("401 E4006 token-missing");
            assertThat(to("/api/v1/echoes/7", "Basic eDp5")).isEqualTo("401 E4006 token-missing");
        }

        @Test
        void refusesATokenThatIsNone() {
            assertThat(to("/api/v1/echoes/7", "Bearer x")).isEqualTo("401 E4006 token-refused");
        }

        @Test
        void asksForTheRole() {
            assertThat(
                            problem(
                                    echo.send(
                                            echo.as(
                                                    "/api/v1/echoes/7",
                                                    Set.of(Role.USER),
                                                    Set.of("audit:read")))))
                    .isEqualTo("403 E4005 role-missing");
        }

        @Test
        void asksForTheScope() {
            assertThat(
                            problem(
                                    echo.send(
                                            echo.as(
                                                    "/api/v1/echoes/7",
                                                    Set.of(Role.ADMIN),
                                                    Set.of("other")))))
                    .isEqualTo("403 E4005 scope-missing");
        }

        @Test
        void letsAHigherRoleDo() {
            assertThat(
                            echo.send(
                                            echo.as(
                                                    "/api/v1/echoes/7",
                                                    Set.of(Role.ADMIN),
                                                    Set.of("audit:read")))
                                    .body())
                    .isEqualTo("{\"id\":\"7\"}");
        }

        @Test
        void handsTheCallerToTheResource() {
            assertThat(echo.send(echo.echo(GOOD)).body())
                    .isEqualTo("{\"text\":\"x\",\"caller\":\"ada\"}");
        }
    }

    @Nested
    class Bodies {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                textBlock =
                        """
                        { | 400 E4001 malformed-json |
                        nonsense | 400 E4001 malformed-json |
                        {"text":"x","text":"y","inner":[]} | 400 E4001 malformed-json |
                        [] | 400 E4001 invalid-body |
                        {"text":"x","inner":[]} {} | 400 E4001 invalid-body |
                        null | 400 E4002 body-required |
                        {"text":"x","inner":[],"more":1} | 400 E4001 unknown-field | more
                        {"text":7,"inner":[]} | 400 E4001 invalid-field | text
                        {"text":true,"inner":[]} | 400 E4001 invalid-field | text
                        {"text":"x","times":1.5,"inner":[]} | 400 E4001 invalid-field | times
                        {"text":"x","times":"1","inner":[]} | 400 E4001 invalid-field | times
                        {"text":"x","inner":[{"number":"1"}]} | 400 E4001 invalid-field | inner[0].number
                        {"inner":[]} | 400 E4002 field-required | text
                        {"text":null,"inner":[]} | 400 E4002 field-required | text
                        {"text":"x"} | 400 E4002 field-required | inner
                        {"text":"x","inner":[{}]} | 400 E4002 field-required | inner[0].number
                        """)
        void areRefusedForWhatIsWrongWithThem(String body, String expected, String field) {
            HttpResponse<String> answer = echo.send(echo.echo(body));

            assertThat(problem(answer)).isEqualTo(expected);
            assertThat(EchoService.json(answer.body()).at("/violations/0/field").asText())
                    .isEqualTo(field == null ? "" : field);
        }

        @Test
        void areNeeded() {
            assertThat(problem(echo.send(echo.echo("")))).isEqualTo("400 E4002 body-required");
        }

        @Test
        void areRefusedWhenNestedTooDeeply() {
            String deep = "{\"text\":\"x\",\"any\":" + "[".repeat(70) + "]".repeat(70) + "}";

            assertThat(problem(echo.send(echo.echo(deep)))).startsWith("400 E4001");
        }

        @Test
        void areRefusedWhenTooLarge() {
            String large = "{\"text\":\"" + "x".repeat(EchoService.MAX_BODY) + "\"}";

            assertThat(problem(echo.send(echo.echo(large)))).isEqualTo("413 E4011 body-too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{\"text\":\"", "{\"inner\":[{\"number\":"})
        void areRefusedWhenTooLargeWithoutSayingSo(String begin) {
            byte[] large = (begin + " ".repeat(20 * EchoService.MAX_BODY)).getBytes(UTF_8);
            HttpRequest.Builder request =
                    echo.echo("")
                            .POST(
                                    BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(large)));

            assertThat(problem(echo.send(request))).isEqualTo("413 E4011 body-too-large");
        }

        @Test
        void areRefusedBeforeTheyAreReadWhenTheyAnnounceTooMuch() throws IOException {
            String token =
                    echo.echo("").build().headers().firstValue("Authorization").orElseThrow();

            String answer =
                    echo.raw(
                            """
                            POST /api/v1/echoes HTTP/1.1\r
                            Host: x\r
                            Authorization: %s\r
                            Content-Type: application/json\r
                            Content-Length: 2147483648\r
                            \r
                            {"""
                                    .formatted(token));

            assertThat(answer).startsWith("HTTP/1.1 413").contains("E4011");
        }

        @Test
        void areRefusedInOtherFormats() {
            HttpRequest.Builder request =
                    echo.as("/api/v1/echoes", Set.of(), Set.of())
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString("x"));

            assertThat(problem(echo.send(request))).isEqualTo("415 E4012 unsupported-media-type");
        }

        @Test
        void areRefusedWhenEncoded() {
            assertThat(problem(echo.send(echo.echo(GOOD).header("Content-Encoding", "gzip"))))
                    .isEqualTo("415 E4012 content-encoding-unsupported");
        }
    }

    @Nested
    class Refusals {

        @Test
        void ofAPathThatIsNone() {
            assertThat(problem(echo.send(echo.anonymous("/nowhere"))))
                    .isEqualTo("404 E4007 no-such-path");
        }

        @Test
        void ofAMethodTheResourceDoesNotHave() {
            HttpResponse<String> answer = echo.send(echo.anonymous("/api/v1/echoes").DELETE());

            assertThat(problem(answer)).isEqualTo("405 E4001 method-not-allowed");
            assertThat(answer.headers().firstValue("Allow"))
                    .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        }

        @Test
        void ofAMethodNobodyHas() {
            HttpRequest.Builder request =
                    echo.anonymous("/api/v1/echoes").method("TRACE", BodyPublishers.noBody());

            assertThat(problem(echo.send(request))).isEqualTo("405 E4001 method-not-allowed");
        }

        @Test
        void ofAFormatTheResourceDoesNotHave() {
            HttpRequest.Builder request =
                    echo.anonymous("/api/v1/echoes/broken").header("Accept", "image/png");

            assertThat(problem(echo.send(request))).isEqualTo("406 E4012 not-acceptable");
        }

        @Test
        void whileTheKeysOfPersonalDataAreAway() {
            HttpResponse<String> answer = echo.send(echo.anonymous("/api/v1/echoes/keyless"));

            assertThat(problem(answer)).isEqualTo("503 E5003 keys-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }

        @Test
        void withoutSayingWhatBroke() {
            HttpResponse<String> answer = echo.send(echo.anonymous("/api/v1/echoes/broken"));

            assertThat(problem(answer)).isEqualTo("500 E5004 internal-error");
            assertThat(answer.body()).doesNotContain("NoSuchElement").doesNotContain("No value");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a%2Fb", "/%zz", "/\\"})
        void ofAUriThatIsNone(String path) throws IOException {
            String answer =
                    echo.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "E4001", "INC-", "X-Request-Id");
        }

        @Test
        void ofHeadersThatAreTooLarge() throws IOException {
            String answer =
                    echo.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 431")
                    .contains("application/problem+json", "E4011", "INC-");
        }

        @Test
        void ofWhatIsNotHttp() throws IOException {
            assertThat(echo.raw("GARBAGE\r\n\r\n")).contains(" 400 ", "E4001", "INC-");
        }
    }

    @Nested
    class Headers {

        @Test
        void standOnEveryAnswer() {
            for (String path : new String[] {"/health", "/nowhere", "/a%2Fb"}) {
                assertThat(echo.send(echo.anonymous(path)).headers().map())
                        .containsKeys(
                                "x-request-id",
                                "x-process-time",
                                "traceparent",
                                "x-content-type-options",
                                "content-security-policy",
                                "cache-control");
            }
        }

        @Test
        void keepTheCallersNamesForTheRequest() {
            HttpResponse<String> answer =
                    echo.send(
                            echo.anonymous("/health")
                                    .header("X-Request-Id", "mine-1")
                                    .header(
                                            "traceparent",
                                            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

            assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine-1");
            assertThat(answer.headers().firstValue("traceparent"))
                    .hasValueSatisfying(
                            trace ->
                                    assertThat(trace)
                                            .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-"));
        }

        @Test
        void replaceNamesThatCouldForgeALog() {
            HttpResponse<String> answer =
                    echo.send(echo.anonymous("/health").header("X-Request-Id", "a b\"c"));

            assertThat(answer.headers().firstValue("X-Request-Id"))
                    .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        }

        @Test
        void allowConfiguredOriginsOnly() {
            HttpRequest.Builder preflight =
                    echo.anonymous("/api/v1/echoes")
                            .method("OPTIONS", BodyPublishers.noBody())
                            .header("Access-Control-Request-Method", "POST");

            assertThat(
                            echo.send(preflight.copy().header("Origin", EchoService.ORIGIN))
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .contains(EchoService.ORIGIN);
            assertThat(
                            echo.send(preflight.copy().header("Origin", "https://app-example"))
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Nested
    class Operations {

        @Test
        void showHealthAndReadiness() {
            AtomicReference<Health> log = new AtomicReference<>(Health.healthy("there"));
            echo.application.web.health().watch(Probe.of("log", log::get));

            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    echo.send(echo.anonymous("/health/ready"))
                                                            .statusCode())
                                            .isEqualTo(200));
            log.set(Health.unhealthy("gone"));
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    echo.send(echo.anonymous("/health/ready"))
                                                            .statusCode())
                                            .isEqualTo(503));
            JsonNode health = EchoService.json(echo.send(echo.anonymous("/health")).body());
            assertThat(health.path("status").asText()).isEqualTo("unhealthy");
            assertThat(health.path("version").asText()).matches("[0-9]+\\.[0-9]+\\..*");
            assertThat(health.at("/checks/log/detail").asText()).isEqualTo("gone");
            assertThat(health.path("incident_id").asText()).startsWith("INC-");
            assertThat(echo.send(echo.anonymous("/health/live")).statusCode()).isEqualTo(200);
            log.set(Health.healthy("back"));
        }

        @Test
        void countRequestsByRoute() {
            echo.send(echo.as("/api/v1/echoes/7", Set.of(Role.ADMIN), Set.of("audit:read")));
            echo.send(echo.anonymous("/nowhere"));

            HttpResponse<String> answer = echo.send(echo.anonymous("/metrics"));

            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("application/openmetrics-text"));
            assertThat(answer.body())
                    .contains("sillok_requests_total{method=\"GET\",route=\"/api/v1/echoes/{id}\"")
                    .contains("sillok_errors_total{code=\"E4007\"}")
                    .contains("sillok_request_duration_seconds_bucket")
                    .doesNotContain("echoes/7")
                    .endsWith("# EOF\n");
        }

        @Test
        void describeTheApi() {
            JsonNode api = EchoService.json(echo.send(echo.anonymous("/openapi.json")).body());

            assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
            JsonNode post = api.path("paths").path("/api/v1/echoes").path("post");
            assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asText())
                    .isEqualTo("#/components/schemas/Request");
            assertThat(post.at("/responses/400/$ref").asText())
                    .isEqualTo("#/components/responses/Problem400");
            assertThat(api.at("/components/schemas/Request/properties").has("text")).isTrue();
            assertThat(api.at("/components/schemas/Problem/properties").has("incident_id"))
                    .isTrue();
            assertThat(api.at("/components/securitySchemes/bearer/scheme").asText())
                    .isEqualTo("bearer");
            assertThat(api.at("/paths/~1health/get/security/0").isEmpty()).isTrue();
        }

        @Test
        void serveSwaggerUiFromTheJarUnderAStrictPolicy() {
            HttpResponse<String> page = echo.send(echo.anonymous("/docs"));

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("script-src 'self';"));
            assertThat(page.body()).doesNotContain("<script>").doesNotContain("http");
            for (String file :
                    new String[] {"swagger-ui-bundle.js", "swagger-ui.css", "start.js"}) {
                assertThat(page.body()).contains("docs/" + file);
                assertThat(echo.send(echo.anonymous("/docs/" + file)).statusCode()).isEqualTo(200);
            }
            assertThat(problem(echo.send(echo.anonymous("/docs/other.js"))))
                    .isEqualTo("404 E4007 no-such-path");
        }
    }

    @Nested
    class Bounds {

        @Test
        void letOnlySoManyRequestsBeUnderWay(@TempDir Path folder) {
            try (EchoService full = new EchoService(folder)) {
                for (int i = 0; i < EchoService.MAX_IN_FLIGHT; i++) {
                    full.sendAndForget(full.anonymous("/api/v1/echoes/held"));
                }
                await().untilAsserted(
                                () -> {
                                    HttpResponse<String> answer =
                                            full.send(full.anonymous("/api/v1/nowhere"));
                                    assertThat(problem(answer)).isEqualTo("503 E5004 overloaded");
                                    assertThat(answer.headers().firstValue("Retry-After"))
                                            .contains("1");
                                });
                assertThat(full.send(full.anonymous("/health/live")).statusCode()).isEqualTo(200);

                full.application.resource.held.countDown();

                await().untilAsserted(
                                () ->
                                        assertThat(
                                                        full.send(full.anonymous("/api/v1/nowhere"))
                                                                .statusCode())
                                                .isEqualTo(404));
            }
        }

        @Test
        void sayThatAPortIsTaken() {
            assertThatThrownBy(
                            () ->
                                    RunningService.start(
                                            new EchoApplication(Guard.ofTokensOnly()),
                                            echo.configuration(echo.service.port())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("127.0.0.1:" + echo.service.port());
        }
    }
}
