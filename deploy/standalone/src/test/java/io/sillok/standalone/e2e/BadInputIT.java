package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.BadFiles;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Upload;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Bad input gets a clear problem with a code, and nothing is written.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class BadInputIT {

    private final Stage stage;
    private final Client admin;
    private long eventsBefore;

    BadInputIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @BeforeEach
    void remember() {
        eventsBefore = stage.countEvents();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(stage.countEvents()).isEqualTo(eventsBefore);
        assertThat(stage.stagedFiles()).isEmpty();
    }

    @Nested
    class Callers {

        @Test
        void withoutATokenAreNotAuthenticated() {
            refused(stage.anonymous().upload(Upload.text("t", "x")), 401, "E4006");
            refused(stage.anonymous().get("/api/v1/materials"), 401, "E4006");
        }

        @Test
        void withoutTheRoleAreNotPermitted() {
            Client user = stage.client("visitor", Role.USER);

            refused(user.post("/api/v1/categories", Client.named("사용자")), 403, "E4005");
        }
    }

    @Nested
    class Files {

        @ParameterizedTest
        @EnumSource(BadFiles.class)
        void areRefused(BadFiles bad) {
            refused(admin.upload(bad.upload()), bad.status(), bad.code());
        }
    }

    @Nested
    class Bodies {

        @Test
        void declaredAsTwoGigabytesAreTooLarge() {
            assertThat(stage.statusOfDeclaredLength(2L * 1024 * 1024 * 1024)).isEqualTo(413);
        }

        @Test
        void thatBreakOffAreMalformed() {
            Answer answer =
                    admin.command(
                            "POST",
                            "/api/v1/materials",
                            BodyPublishers.ofString("--x\r\nContent-Disposition: form-data"),
                            "Content-Type",
                            "multipart/form-data; boundary=x");

            refused(answer, 400, "E4001");
        }

        @Test
        void withUnknownFieldsAreInvalid() {
            refused(
                    admin.post("/api/v1/categories", Map.of("name", "n", "colour", "red")),
                    400,
                    "E4001");
            refused(admin.upload(Upload.text("t", "x").with("colour", "red")), 400, "E4001");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"{|E4001", "[]|E4001", "{}|E4002", "{\"name\":7}|E4001", "''|E4002"})
        void thatAreNoCategoryAreInvalid(String body, String code) {
            refused(admin.post("/api/v1/categories", body), 400, code);
        }

        @Test
        void withATitleOfThreeHundredCharactersAreInvalid() {
            refused(admin.upload(Upload.text("가".repeat(300), "x")), 400, "E4001");
        }
    }

    @Test
    void aCategoryThatDoesNotExistIsAConflict() {
        Upload upload = Upload.text("t", "x").with("category_id", UUID.randomUUID().toString());

        Answer answer = admin.upload(upload);

        refused(answer, 409, "E4008");
        assertThat(answer.reason()).isEqualTo("category-not-found");
    }

    @Test
    void aQueryOfFiveThousandCharactersIsInvalid() {
        refused(admin.get("/api/v1/search?q=" + "a".repeat(5_000)), 400, "E4001");
    }

    @Test
    void aMaterialThatDoesNotExistIsNotFound() {
        String path = "/api/v1/materials/" + UUID.randomUUID();

        refused(admin.get(path), 404, "E4007");
        refused(admin.put(path, Client.titled("t")), 404, "E4007");
        refused(admin.delete(path), 404, "E4007");
        refused(admin.get("/api/v1/materials/not-an-id"), 404, "E4007");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.required("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isNotEmpty();
        assertThat(answer.json().path("incident_id").asText()).matches("INC-\\d{8}-[0-9A-F]{8}");
    }
}
