package io.sillok.commandapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.Client.Answer;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.web.RunningService;
import io.sillok.schemas.envelope.CommandEnvelope;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;

/// A command API on a real log on which nobody decides.
final class ApiStage implements AutoCloseable {

    private final KafkaEngine kafka;
    private final Installation installation;
    private final RunningService service;
    private final Client client;

    private ApiStage(KafkaEngine kafka, Path folder) {
        this.kafka = kafka;
        this.installation = Installation.on(kafka.bootstrapServers(), folder);
        this.service = installation.start();
        this.client = Client.of(service.uri(), installation.settings().keys());
    }

    /// Starts everything.
    static ApiStage in(Path folder) {
        return new ApiStage(
                KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka"))),
                folder);
    }

    /// Where the log is.
    String log() {
        return kafka.bootstrapServers();
    }

    Installation installation() {
        return installation;
    }

    int port() {
        return service.port();
    }

    Client client() {
        return client;
    }

    /// The command that an answer tells of.
    CommandEnvelope<Object> taken(Answer answer) {
        return installation.commands().commands().stream()
                .filter(command -> command.id().toString().equals(answer.header("Command-Id")))
                .findFirst()
                .orElseThrow();
    }

    /// Sends a request and shows that nothing was written, not even a file.
    ///
    /// @return the problem that it is answered with
    String refused(HttpRequest.Builder request) {
        long commands = installation.commands().size();
        List<Path> files = installation.files();
        Answer answer = client.send(request);
        assertThat(installation.commands().size()).isEqualTo(commands);
        assertThat(installation.files()).isEqualTo(files);
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
        return answer.problem();
    }

    @Override
    public void close() {
        client.close();
        service.stop();
        kafka.close();
    }
}
