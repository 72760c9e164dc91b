package io.sillok.sandbox;

import static io.sillok.sandbox.Asker.body;
import static io.sillok.sandbox.Asker.frames;
import static io.sillok.sandbox.Asker.json;
import static io.sillok.sandbox.Asker.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxModelTest {

    private final SandboxModel model = SandboxModel.start(SandboxSettings.forTests());
    private final Asker asker = Asker.of(model);

    @AfterEach
    void stop() {
        asker.close();
        model.close();
    }

    @Nested
    class Whole {

        @Test
        void hasCodeAndAnExplanation() throws Exception {
            JsonNode answer = json(asker.chat(body("sandbox:each=0", "Sort a list", "")).body());

            assertThat(answer.at("/model").textValue()).isEqualTo("sandbox");
            assertThat(answer.at("/choices/0/message/content").textValue())
                    .contains("```python\ndef answer_", "The function");
            assertThat(answer.at("/choices/0/finish_reason").textValue()).isEqualTo("stop");
            assertThat(answer.at("/usage/total_tokens").intValue())
                    .isEqualTo(
                            answer.at("/usage/prompt_tokens").intValue()
                                    + answer.at("/usage/completion_tokens").intValue());
        }

        @Test
        void isKoreanWhenTheQuestionIs() throws Exception {
            JsonNode answer = json(asker.chat(body("sandbox:each=0", "정렬해 줘", "")).body());

            assertThat(answer.at("/choices/0/message/content").textValue()).contains("이 함수는");
        }

        @Test
        void isTheSameForTheSameQuestionOnly() throws Exception {
            String one = asker.chat(body("sandbox:each=0", "Sort", "")).body();

            assertThat(asker.chat(body("sandbox:each=0", "Sort", "")).body()).isEqualTo(one);
            assertThat(asker.chat(body("sandbox:each=0", "Sort it", "")).body()).isNotEqualTo(one);
        }

        @Test
        void endsWhereTheCallerWants() throws Exception {
            JsonNode answer =
                    json(asker.chat(body("sandbox:each=0", "Sort", ", \"max_tokens\": 7")).body());

            assertThat(answer.at("/choices/0/finish_reason").textValue()).isEqualTo("length");
            assertThat(answer.at("/usage/completion_tokens").intValue()).isEqualTo(7);
        }
    }

    @Nested
    class Streamed {

        @Test
        void saysTheSameInPieces() throws Exception {
            List<String> frames = frames(asker.chat(streamed("sandbox:each=0", "Sort a list")));
            StringBuilder said = new StringBuilder();
            for (String frame : frames.subList(0, frames.size() - 1)) {
                said.append(json(frame).at("/choices/0/delta/content").asText());
            }

            JsonNode whole = json(asker.chat(body("sandbox:each=0", "Sort a list", "")).body());
            assertThat(said).hasToString(whole.at("/choices/0/message/content").textValue());
            assertThat(frames.getLast()).isEqualTo("[DONE]");
        }

        @Test
        void countsAtTheEnd() throws Exception {
            List<String> frames = frames(asker.chat(streamed("sandbox:each=0", "Sort")));

            JsonNode usage = json(frames.get(frames.size() - 2));
            assertThat(usage.at("/choices").size()).isZero();
            assertThat(usage.at("/usage/completion_tokens").intValue())
                    .isEqualTo(frames.size() - 4);
            assertThat(json(frames.get(frames.size() - 3)).at("/choices/0/finish_reason").asText())
                    .isEqualTo("stop");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 5, 40, 64, 300})
        void hasAsManyTokensAsWanted(int wanted) throws Exception {
            List<String> frames =
                    frames(asker.chat(streamed("sandbox:each=0,tokens=" + wanted, "Sort")));

            assertThat(
                            json(frames.get(frames.size() - 2))
                                    .at("/usage/completion_tokens")
                                    .intValue())
                    .isEqualTo(wanted);
        }

        @Test
        void noticesThatTheCallerWentAway() throws Exception {
            try (InputStream answer =
                    asker.open(streamed("sandbox:each=5,tokens=2000", "Sort")).body()) {
                assertThat(answer.read()).isEqualTo('d');
            }

            await().untilAsserted(() -> assertThat(model.calls().abandoned()).isEqualTo(1));
            assertThat(model.calls().answered()).isZero();
        }
    }

    @Nested
    class Refused {

        @Test
        void wrongKeys() throws Exception {
            HttpResponse<String> answer = asker.chatWithKey("guessed");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer.body()).at("/error/code").asText()).isEqualTo("invalid_api_key");
        }

        @Test
        void otherModels() throws Exception {
            HttpResponse<String> answer = asker.chat(body("gpt", "Sort", ""));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer.body()).at("/error/code").asText()).isEqualTo("model_not_found");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no json",
                    "[]",
                    "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}",
                    "{\"model\": \"sandbox\"}",
                    "{\"model\": \"sandbox\", \"messages\": []}",
                    "{\"model\": \"sandbox\", \"messages\": [{}], \"temperature\": 3}",
                    "{\"model\": \"sandbox:loud=1\", \"messages\": [{}]}"
                })
        void whatCannotBeUnderstood(String request) throws Exception {
            HttpResponse<String> answer = asker.chat(request);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer.body()).at("/error/type").asText())
                    .isEqualTo("invalid_request_error");
        }
    }

    @Nested
    class Switched {

        @Test
        void refusesForAWhile() throws Exception {
            HttpResponse<String> answer = asker.chat(streamed("sandbox:fault=429@7", "Sort"));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        }

        @Test
        void byANameOfFewSigns() throws Exception {
            assertThat(
                            asker.chat(streamed("sandbox:each-0:tokens-9:fault-429@3", "Sort"))
                                    .headers()
                                    .firstValue("Retry-After"))
                    .contains("3");
        }

        @Test
        void fails() throws Exception {
            assertThat(asker.chat(streamed("sandbox:fault=500", "Sort")).statusCode())
                    .isEqualTo(500);
        }

        @Test
        void talksGarbage() throws Exception {
            String first =
                    frames(asker.chat(streamed("sandbox:each=0,fault=garbage", "Sort"))).get(1);

            assertThatThrownBy(() -> json(first)).isInstanceOf(IOException.class);
        }

        @Test
        void cutsTheConnection() {
            assertThatThrownBy(() -> asker.chat(streamed("sandbox:each=0,fault=cut@3", "Sort")))
                    .isInstanceOf(IOException.class);
        }

        @Test
        void saysNothing() throws Exception {
            List<String> frames = frames(asker.chat(streamed("sandbox:fault=empty", "Sort")));

            assertThat(
                            json(frames.get(frames.size() - 2))
                                    .at("/usage/completion_tokens")
                                    .intValue())
                    .isZero();
        }

        @Test
        void forTheNextRequestsOnly() throws Exception {
            HttpResponse<String> set = asker.put("/sandbox/switches?times=2", "fault=500");

            assertThat(set.statusCode()).isEqualTo(200);
            assertThat(asker.chat(body("sandbox", "Sort", "")).statusCode()).isEqualTo(500);
            assertThat(asker.chat(body("sandbox", "Sort", "")).statusCode()).isEqualTo(500);
            assertThat(asker.chat(body("sandbox:each=0", "Sort", "")).statusCode()).isEqualTo(200);
            assertThat(json(asker.get("/sandbox/calls").body()).at("/begun").intValue())
                    .isEqualTo(3);
        }

        @Test
        void notByAnythingElse() throws Exception {
            assertThat(asker.put("/sandbox/switches", "fault=none,loud").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void listsItself() throws Exception {
        assertThat(json(asker.get("/v1/models").body()).at("/data/0/id").asText())
                .isEqualTo("sandbox");
    }
}
