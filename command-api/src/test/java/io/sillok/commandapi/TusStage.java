package io.sillok.commandapi;

import static io.sillok.commandapi.TusCalls.UPLOADS;
import static io.sillok.commandapi.TusCalls.base64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.Client.Answer;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// A command API that takes uploads in pieces, on a real log on which nobody decides.
final class TusStage implements AutoCloseable {

    static final String TEXT = "A plain text.\n";
    static final String NOBODYS = UPLOADS + "/0190a3b4-0000-7000-8000-000000000000";

    private final ApiStage api;

    private TusStage(ApiStage api) {
        this.api = api;
    }

    /// Starts everything.
    static TusStage in(Path folder) {
        return new TusStage(ApiStage.in(folder));
    }

    /// Where the log is.
    String log() {
        return api.log();
    }

    Installation installation() {
        return api.installation();
    }

    int port() {
        return api.port();
    }

    Client client() {
        return api.client();
    }

    TusCalls tus() {
        return new TusCalls(client());
    }

    /// The commands that an upload led to.
    List<CommandEnvelope<Object>> taken(String upload) {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        return installation().commands().commands().stream()
                .filter(command -> command.subject().toString().equals("materials/" + id))
                .toList();
    }

    MaterialCommand.Receive received(String upload) {
        return (MaterialCommand.Receive) taken(upload).getFirst().command();
    }

    /// The problem that a request is answered with.
    String refused(HttpRequest.Builder request) {
        Answer answer = client().send(request);
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
        return answer.problem();
    }

    /// The same, and no upload was begun.
    String refusedCreation(HttpRequest.Builder request) {
        List<Path> files = installation().files();
        String problem = refused(request);
        assertThat(installation().files()).isEqualTo(files);
        return problem;
    }

    static String digest(String algorithm, String bytes) {
        try {
            return base64(MessageDigest.getInstance(algorithm).digest(bytes.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
