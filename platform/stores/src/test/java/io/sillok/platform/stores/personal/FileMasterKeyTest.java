package io.sillok.platform.stores.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys.Found;
import io.sillok.schemas.personal.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMasterKeyTest {

    private static final byte[] SECRET = DataKey.randomSecret();
    private static final UserId ADA = new UserId(Ids.named("ada"));

    private final Path file;

    FileMasterKeyTest(@TempDir Path folder) {
        file = folder.resolve("keys/master.key");
    }

    @Nested
    class AtTheFirstStart {

        @Test
        void isMadeForItsOwnerOnly() throws IOException {
            FileMasterKey.in(file);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        }

        @Test
        void isTheSameForAllWhoStartAtOnce() throws Exception {
            try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
                var all =
                        IntStream.range(0, 8)
                                .mapToObj(_ -> services.submit(() -> FileMasterKey.in(file).ids()))
                                .toList();
                for (var one : all) {
                    assertThat(one.get()).isEqualTo(FileMasterKey.in(file).ids());
                }
            }
            try (var left = Files.list(file.getParent())) {
                assertThat(left).containsExactly(file);
            }
        }
    }

    @Nested
    class Later {

        @Test
        void unwrapsWhatItWrapped() {
            var wrapped = FileMasterKey.in(file).wrap(SECRET, "here");

            assertThat(FileMasterKey.in(file).unwrap(wrapped, "here")).isEqualTo(SECRET);
        }

        @Test
        void refusesWhatWasWrappedForAnotherPlace() {
            MasterKey key = FileMasterKey.in(file);
            var wrapped = key.wrap(SECRET, "here");

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> key.unwrap(wrapped, "there"));
        }

        @Test
        void derivesAlikeForOnePurposeOnly() {
            MasterKey key = FileMasterKey.in(file);
            String id = key.ids().getFirst();

            assertThat(key.derive(id, "a")).isEqualTo(FileMasterKey.in(file).derive(id, "a"));
            assertThat(key.derive(id, "a")).isNotEqualTo(key.derive(id, "b"));
        }

        @Test
        void neverShowsItself() throws IOException {
            assertThat(FileMasterKey.in(file).toString())
                    .doesNotContain(Files.readString(file).strip());
        }

        @Test
        void refusesAFileThatEverybodyMayRead() throws IOException {
            FileMasterKey.in(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FileMasterKey.in(file))
                    .withMessageContaining("chmod 600");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n\n", "not Base64!\n", "c2hvcnQ=\n"})
        void refusesAFileWithSomethingElse(String content) throws IOException {
            FileMasterKey.in(file);
            Files.writeString(file, content);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FileMasterKey.in(file))
                    .withMessageContaining("master key");
        }
    }

    @Nested
    class Rotated {

        @Test
        void unwrapsWithTheOldAndWrapsWithTheNew() throws IOException {
            MasterKey before = FileMasterKey.in(file);
            var wrapped = before.wrap(SECRET, "here");
            rotate();

            MasterKey after = FileMasterKey.in(file);

            assertThat(after.ids()).hasSize(2).endsWith(before.ids().getFirst());
            assertThat(after.unwrap(wrapped, "here")).isEqualTo(SECRET);
            assertThat(after.wrap(SECRET, "here").masterKey()).isEqualTo(after.ids().getFirst());
        }

        @Test
        void waitsForAMasterKeyThatIsMissing() throws IOException {
            MasterKey before = FileMasterKey.in(file);
            rotate();
            var wrapped = FileMasterKey.in(file).wrap(SECRET, "here");

            assertThatExceptionOfType(KeysUnavailable.class)
                    .isThrownBy(() -> before.unwrap(wrapped, "here"));
        }

        @Test
        void opensCommandsThatWereUnderWay() throws IOException {
            DataKey under = TransportKeys.of(FileMasterKey.in(file)).current(ADA).orElseThrow();
            byte[] encrypted = under.encrypt(SECRET, new byte[0]);
            rotate();

            Found found = TransportKeys.of(FileMasterKey.in(file)).find(ADA, under.id());

            assertThat(found)
                    .isInstanceOfSatisfying(
                            Found.Key.class,
                            key ->
                                    assertThat(key.key().decrypt(encrypted, new byte[0]))
                                            .hasValue(SECRET));
        }

        private void rotate() throws IOException {
            Files.write(
                    file,
                    List.of(Base64.getEncoder().encodeToString(DataKey.randomSecret())),
                    StandardOpenOption.APPEND);
        }
    }
}
