package io.sillok.standalone.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminFileTest {

    @TempDir private Path data;

    @Test
    void isReadAsItWasWritten() {
        AdminFile fresh = AdminFile.fresh();
        fresh.write(data);
        assertThat(AdminFile.read(data)).contains(fresh);

        fresh.done().write(data);

        assertThat(AdminFile.read(data)).contains(fresh.done());
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        AdminFile.fresh().write(data);

        assertThat(Files.getPosixFilePermissions(AdminFile.in(data)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isNotThereBeforeTheFirstStart() {
        assertThat(AdminFile.read(data)).isEmpty();
    }

    @Test
    void holdsAPasswordThatKeepsTheRulesAndIsAnotherOneEachTime() {
        Set<String> passwords = new HashSet<>();
        IntStream.range(0, 200).forEach(_ -> passwords.add(RandomPassword.next()));

        assertThat(passwords).hasSize(200);
        assertThat(passwords)
                .allMatch(password -> password.matches("[a-zA-Z2-9]{5}(-[a-zA-Z2-9]{5}){3}"))
                .allMatch(password -> password.matches(".*[a-z].*"))
                .allMatch(password -> password.matches(".*[A-Z].*"))
                .allMatch(password -> password.matches(".*[2-9].*"));
    }
}
