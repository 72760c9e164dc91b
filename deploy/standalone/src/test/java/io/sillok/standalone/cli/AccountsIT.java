package io.sillok.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.standalone.accounts.Administrator;
import io.sillok.standalone.accounts.Login;
import io.sillok.standalone.console.Console;
import io.sillok.standalone.home.Running;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The administrator of a new platform, and what can be done about accounts from the command line.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class AccountsIT {

    private final Stage stage;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path data;

    AccountsIT(Stage stage) {
        this.stage = stage;
    }

    private Running running() {
        Client anonymous = stage.anonymous();
        return new Running(
                ProcessHandle.current().pid(),
                anonymous.commandApi(),
                anonymous.queryApi(),
                stage.addresses().kafka());
    }

    /// What a command says; it has to succeed.
    private String sillok(Map<String, String> environment, String... arguments) {
        out.reset();
        assertThat(exit(environment, arguments)).as(complained()).isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private int exit(Map<String, String> environment, String... arguments) {
        var console = new Console(new PrintStream(out, true), new PrintStream(err, true));
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return new CommandLineTool(new Surroundings(console, environment, data, data)).execute(all);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode me(String token) {
        return stage.client(token).get("/api/v1/users/me", "Consistency", "strong").json();
    }

    @Test
    void areLookedAfterByTheAdministratorOfTheFolder() throws InterruptedException {
        Running running = running();
        running.noteIn(data);
        Login admin = Administrator.make(running, data, stage::token).orElseThrow();
        assertThat(Administrator.make(running, data, stage::token)).isEmpty();

        String token = sillok(Map.of(), "token");
        assertThat(me(token).path("username").asText()).isEqualTo(admin.name());
        assertThat(stage.client(token).get("/api/v1/users").status()).isEqualTo(200);

        String added = sillok(Map.of(), "user", "add", "grace", "grace@people.example");
        Map<String, String> graces =
                Map.of("SILLOK_PASSWORD", added.substring(added.lastIndexOf(' ') + 1));
        assertThat(me(sillok(graces, "token", "--user", "grace")).path("roles").toString())
                .isEqualTo("[\"user\"]");

        sillok(Map.of(), "user", "roles", "grace", "user,editor");
        String editor = sillok(graces, "token", "--user", "Grace@People.example");
        assertThat(me(editor).path("roles").toString()).isEqualTo("[\"user\",\"editor\"]");

        sillok(Map.of(), "user", "deactivate", "grace");
        assertThat(exit(graces, "token", "--user", "grace")).isEqualTo(1);
        assertThat(complained()).contains("user-inactive");
        sillok(Map.of(), "user", "activate", "grace");
        assertThat(sillok(graces, "token", "--user", "grace")).isNotEmpty();

        assertThat(exit(graces, "user", "deactivate", admin.name(), "--user", "grace"))
                .isEqualTo(1);
        assertThat(complained()).contains("role-missing");
        assertThat(exit(Map.of(), "user", "roles", "nobody.there", "user")).isEqualTo(1);
        assertThat(complained()).contains("nobody is called 'nobody.there'");
        String anybody = UUID.randomUUID().toString();
        assertThat(exit(Map.of(), "user", "resume-erasure", anybody)).isEqualTo(1);
        assertThat(complained()).contains("erasure-not-suspended");
    }
}
