package io.sillok.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {

    private static final String FILE = "json-schema/io.sillok.tests.happened.v1.json";
    private static final String ONE = "{\"properties\": {\"a\": {\"type\": \"string\"}}}\n";
    private static final String GROWN =
            "{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"string\"}}}\n";
    private static final String BROKEN = "{\"properties\": {\"a\": {\"type\": \"integer\"}}}\n";

    @TempDir Path repository;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void isUpToDate() throws IOException {
        Map<String, String> generated = ContractFiles.generate();

        for (Map.Entry<String, String> file : generated.entrySet()) {
            assertThat(Path.of("contract", file.getKey())).hasContent(file.getValue());
        }
        assertThat(ContractFiles.generate()).isEqualTo(generated);
    }

    @Nested
    class InARepository {

        @Test
        void writesWhatIsNew() throws IOException {
            commit(Map.of());

            assertThat(update(Map.of(FILE, ONE))).isTrue();

            assertThat(folder().resolve(FILE)).hasContent(ONE);
            assertThat(said()).contains("wrote " + FILE);
        }

        @Test
        void saysNothingWhenNothingChanged() throws IOException {
            commit(Map.of(FILE, ONE));

            assertThat(update(Map.of(FILE, ONE))).isTrue();

            assertThat(said()).isEmpty();
        }

        @Test
        void letsASchemaGrow() throws IOException {
            commit(Map.of(FILE, ONE));

            assertThat(update(Map.of(FILE, GROWN))).isTrue();

            assertThat(folder().resolve(FILE)).hasContent(GROWN);
        }

        @Test
        void refusesABreakAndSaysWhatToDo() throws IOException {
            commit(Map.of(FILE, ONE));

            assertThat(update(Map.of(FILE, BROKEN))).isFalse();

            assertThat(folder().resolve(FILE)).hasContent(ONE);
            assertThat(said())
                    .contains(FILE + " /a: type was \"string\"; now \"integer\"")
                    .contains("release the new shape as the next version of its type");
        }

        @Test
        void isNotFooledByAnEditedFile() throws IOException {
            commit(Map.of(FILE, ONE));
            Files.writeString(folder().resolve(FILE), BROKEN);

            assertThat(update(Map.of(FILE, BROKEN))).isFalse();
        }

        @Test
        void isNotFooledByADeletedFile() throws IOException {
            commit(Map.of(FILE, ONE));
            Files.delete(folder().resolve(FILE));

            assertThat(update(Map.of(FILE, BROKEN))).isFalse();
        }

        @Test
        void keepsAReleasedType() throws IOException {
            commit(Map.of(FILE, ONE));

            assertThat(update(Map.of())).isFalse();

            assertThat(said()).contains("the type was released; now it is gone");
        }

        @Test
        void letsATypeChangeUntilItIsCommitted() throws IOException {
            commit(Map.of());
            update(Map.of(FILE, ONE));

            assertThat(update(Map.of(FILE, BROKEN))).isTrue();
            assertThat(update(Map.of())).isTrue();

            assertThat(folder().resolve(FILE)).doesNotExist();
        }
    }

    @Nested
    class InASourceArchive {

        @Test
        void takesTheFilesForReleased() throws IOException {
            Files.createDirectories(folder().resolve(FILE).getParent());
            Files.writeString(folder().resolve(FILE), ONE);

            assertThat(update(Map.of(FILE, BROKEN))).isFalse();
            assertThat(update(Map.of(FILE, GROWN))).isTrue();
        }
    }

    private boolean update(Map<String, String> generated) {
        return new Contract(folder(), generated).update(new PrintStream(said, true, UTF_8));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private Path folder() {
        return repository.resolve("schemas/contract");
    }

    private void commit(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            Path path = folder().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        git("init", "--quiet");
        git("add", "--all");
        git(
                "-c",
                "user.name=tests",
                "-c",
                "user.email=tests@localhost",
                "commit",
                "--quiet",
                "--allow-empty",
                "--message=tests");
    }

    private void git(String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                        .directory(repository.toFile())
                        .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process git = builder.start();
        String output = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.onExit().join().exitValue()).as(output).isZero();
    }
}
