package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.web.access.SigningKeys;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Forger;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.RawCall;
import io.sillok.standalone.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is made to be believed or to break something is refused by both APIs, and the refusal gives
/// nothing away.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class AttackIT {

    private final Stage stage;

    AttackIT(Stage stage) {
        this.stage = stage;
    }

    private URI api(String name) {
        Client anonymous = stage.anonymous();
        return name.equals("command") ? anonymous.commandApi() : anonymous.queryApi();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.required("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        unrevealing(answer.text());
    }

    @Nested
    class Tokens {

        private final Forger forger =
                new Forger(SigningKeys.in(stage.keys()).signing(Instant.now()));

        @Test
        void areBelievedWhenNothingIsWrongWithThem() {
            assertThat(stage.client(forger.good()).get("/api/v1/categories").status())
                    .isEqualTo(200);
        }

        @Test
        void areRefusedByBothApisWhateverIsWrongWithThem() {
            forged().forEach(
                            (attack, token) -> {
                                Client attacker = stage.client(token);
                                for (String api : List.of("command", "query")) {
                                    Answer answer =
                                            attacker.send(
                                                    api(api),
                                                    api.equals("command") ? "POST" : "GET",
                                                    "/api/v1/categories",
                                                    BodyPublishers.noBody());
                                    assertThat(answer.status())
                                            .as("%s: %s", attack, answer)
                                            .isIn(401, 431);
                                    assertThat(answer.code()).as(attack).isIn("E4006", "E4011");
                                    unrevealing(answer.text());
                                }
                            });
        }

        private Map<String, String> forged() {
            Date past = Forger.in(Duration.ofMinutes(-2));
            return Map.ofEntries(
                    Map.entry("alg none", forger.unsigned()),
                    Map.entry("HS256 with the public key", forger.signedWithThePublicKey()),
                    Map.entry("foreign key, foreign kid", forger.signedByAStranger("stranger")),
                    Map.entry(
                            "foreign key, our kid",
                            forger.signedByAStranger(forger.key().getKeyID())),
                    Map.entry("edited claims", forger.edited()),
                    Map.entry("no signature", forger.cut()),
                    Map.entry("signature of zeros", forger.withSignatureOfZeros()),
                    Map.entry("expired", forger.signed(claims -> claims.expirationTime(past))),
                    Map.entry("without end", forger.signed(claims -> claims.expirationTime(null))),
                    Map.entry(
                            "not yet",
                            forger.signed(
                                    claims ->
                                            claims.notBeforeTime(
                                                    Forger.in(Duration.ofMinutes(5))))),
                    Map.entry(
                            "another audience", forger.signed(claims -> claims.audience("other"))),
                    Map.entry("another issuer", forger.signed(claims -> claims.issuer("other"))),
                    Map.entry("nobody", forger.signed(claims -> claims.subject(null))),
                    Map.entry(
                            "seven kilobytes",
                            forger.signed(claims -> claims.claim("x", "x".repeat(7_000)))),
                    Map.entry(
                            "a hundred kilobytes",
                            forger.signed(claims -> claims.claim("x", "x".repeat(100_000)))));
        }
    }

    @Nested
    class Requests {

        private static final int TEN_MEGABYTES = 10_000_000;

        @Test
        void withHeadersThatAreTooLargeAreRefused() throws IOException {
            for (String api : List.of("command", "query")) {
                String answer =
                        RawCall.send(
                                api(api),
                                "GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000),
                                new byte[0]);
                assertThat(answer).startsWith("HTTP/1.1 431").contains("E4011", "INC-");
                unrevealing(answer);
            }
        }

        @Test
        void withTenMegabytesOfJsonAreRefused() throws IOException {
            byte[] body = ("{\"name\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}").getBytes(UTF_8);
            assertThat(post("command", "Content-Length: " + body.length, body))
                    .startsWith("HTTP/1.1 413")
                    .contains("E4011");
            assertThat(post("query", "Content-Length: " + body.length, body))
                    .startsWith("HTTP/1.1 405")
                    .contains("E4001");
        }

        @Test
        void withTenMegabytesOfJsonInPiecesAreRefused() throws IOException {
            byte[] body = chunked("{\"name\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}");
            assertThat(post("command", "Transfer-Encoding: chunked", body))
                    .startsWith("HTTP/1.1 413")
                    .contains("E4011");
        }

        @Test
        void withJsonNestedAThousandDeepAreRefused() {
            for (String open : List.of("[", "{\"a\":")) {
                String close = open.equals("[") ? "]" : "}";
                String deep = open.repeat(1_000) + "1" + close.repeat(1_000);

                Answer answer = stage.admin().post("/api/v1/categories", "{\"name\":" + deep + "}");

                refused(answer, 400, "E4001");
            }
        }

        @Test
        void withKeysGivenTwiceAreRefused() {
            Answer answer =
                    stage.admin().post("/api/v1/categories", "{\"name\":\"a\",\"name\":\"b\"}");

            refused(answer, 400, "E4001");
        }

        @Test
        void withNumbersOfManyDigitsAreRefused() {
            Answer answer =
                    stage.admin()
                            .post("/api/v1/categories", "{\"name\":" + "9".repeat(100_000) + "}");

            refused(answer, 400, "E4001");
        }

        @Test
        void withBothLengthAndChunksAreRefused() throws IOException {
            for (String api : List.of("command", "query")) {
                String answer =
                        post(
                                api,
                                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                                "0\r\n\r\n".getBytes(UTF_8));
                assertThat(answer).matches("(?s)HTTP/1.1 4.*").contains("INC-");
                unrevealing(answer);
            }
        }

        private String post(String api, String length, byte[] body) throws IOException {
            String answer =
                    RawCall.send(
                            api(api),
                            """
                            POST /api/v1/categories HTTP/1.1\r
                            Host: x\r
                            Connection: close\r
                            Authorization: Bearer %s\r
                            Content-Type: application/json\r
                            %s"""
                                    .formatted(stage.admin().token(), length),
                            body);
            unrevealing(answer);
            return answer;
        }

        private static byte[] chunked(String body) {
            return (Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n")
                    .getBytes(UTF_8);
        }
    }

    /// No answer shows the inside of the platform.
    private static void unrevealing(String answer) {
        assertThat(answer)
                .doesNotContain("\tat ", "Exception", "java.", "jetty", "jackson", "nimbus");
    }
}
