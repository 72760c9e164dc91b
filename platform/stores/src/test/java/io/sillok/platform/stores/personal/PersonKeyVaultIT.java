package io.sillok.platform.stores.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.PostgresEngine;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys.Found;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PersonKeyVaultIT {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] HERE = {};

    private final AtomicLong clock = new AtomicLong();
    private PostgresEngine engine;
    private Path masterKey;
    private Postgres one;
    private Postgres other;
    private UserId person;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = PostgresEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("p")));
        masterKey = folder.resolve("master.key");
        ReadModelSchema.migrate(settings());
    }

    @AfterAll
    void stop() {
        engine.stop();
    }

    @BeforeEach
    void open() {
        one = Postgres.open(settings(), "one", 2);
        other = Postgres.open(settings(), "other", 2);
        person = new UserId(UUID.randomUUID());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void twoWhoRaceForTheFirstKeyGetTheSame() throws Exception {
        for (int round = 0; round < 20; round++) {
            UserId newcomer = new UserId(UUID.randomUUID());
            CountDownLatch start = new CountDownLatch(1);
            List<DataKey> keys =
                    together(
                            start,
                            () -> vault(one).current(newcomer).orElseThrow(),
                            () -> vault(other).current(newcomer).orElseThrow());
            byte[] encrypted = keys.getFirst().encrypt(PLAIN, HERE);

            assertThat(keys.getLast().id()).isEqualTo(keys.getFirst().id());
            assertThat(keys.getLast().decrypt(encrypted, HERE)).hasValue(PLAIN);
        }
    }

    @Test
    void aKeyIsTheSameAfterARestart() {
        byte[] encrypted = vault(one).current(person).orElseThrow().encrypt(PLAIN, HERE);

        assertThat(vault(other).current(person).orElseThrow().decrypt(encrypted, HERE))
                .hasValue(PLAIN);
    }

    @Test
    void keysAreStoredWrapped() {
        vault(one).current(person);

        List<Integer> lengths =
                one.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        "select length(wrapped) from person_keys"
                                                                + " where wrapped is not null")
                                                .mapTo(Integer.class)
                                                .list());
        // nonce, key, tag
        assertThat(lengths).isNotEmpty().containsOnly(12 + 32 + 16);
    }

    @Test
    void aDestroyedKeyStaysDestroyed() {
        PersonKeyVault vault = vault(one);
        String id = vault.current(person).orElseThrow().id();

        assertThat(vault.destroy(person)).isTrue();
        assertThat(vault.destroy(person)).isFalse();

        assertThat(vault.current(person)).isEmpty();
        assertThat(vault.find(person, id)).isEqualTo(new Found.Destroyed());
        assertThat(vault(other).current(person)).isEmpty();
        assertThat(vault(other).find(person, id)).isEqualTo(new Found.Destroyed());
    }

    @Test
    void aPersonErasedBeforeThereWasAKeyNeverGetsOne() {
        vault(one).destroy(person);

        assertThat(vault(other).current(person)).isEmpty();
    }

    @Test
    void ofAMakerAndADestroyerTheDestroyerWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            UserId newcomer = new UserId(UUID.randomUUID());
            CountDownLatch start = new CountDownLatch(1);
            together(
                    start,
                    () -> vault(one).current(newcomer),
                    () -> Optional.of(vault(other).destroy(newcomer)));

            assertThat(vault(one).current(newcomer)).isEmpty();
        }
    }

    @Test
    void aKeyDestroyedElsewhereIsForgottenWhenToldOrInAMinute() {
        PersonKeyVault told = vault(one);
        PersonKeyVault untold = vault(one);
        told.current(person);
        untold.current(person);
        vault(other).destroy(person);
        assertThat(told.current(person)).isPresent();

        told.erased(person);
        assertThat(told.current(person)).isEmpty();

        assertThat(untold.current(person)).isPresent();
        clock.addAndGet(PersonKeyVault.REMEMBERED.toNanos());
        assertThat(untold.current(person)).isEmpty();
    }

    @Test
    void aKeyCountsAsDestroyedForWhoHearsOfTheErasureBeforeItIs() {
        PersonKeyVault told = vault(one);
        String key = told.current(person).orElseThrow().id();

        told.erased(person);

        assertThat(told.find(person, key)).isEqualTo(new Found.Destroyed());
        assertThat(told.current(person)).isEmpty();
    }

    @Test
    void aKeyThatWasNeverMadeIsNotTakenForADestroyedOne() {
        assertThat(vault(one).find(person, "k1")).isEqualTo(new Found.Unknown());
        vault(one).current(person);
        assertThat(vault(one).find(person, "k1")).isEqualTo(new Found.Unknown());
    }

    @Test
    void keysOutliveTheMasterKeyThatWrappedThem() throws IOException {
        byte[] encrypted = vault(one).current(person).orElseThrow().encrypt(PLAIN, HERE);
        String before = Files.readString(masterKey);
        Files.write(
                masterKey,
                List.of(Base64.getEncoder().encodeToString(DataKey.randomSecret())),
                StandardOpenOption.APPEND);

        assertThat(vault(one).current(person).orElseThrow().decrypt(encrypted, HERE))
                .hasValue(PLAIN);
        assertThat(vault(one).rewrap()).isPositive();
        assertThat(vault(one).rewrap()).isZero();

        Files.writeString(masterKey, Files.readString(masterKey).substring(before.length()));
        assertThat(vault(one).current(person).orElseThrow().decrypt(encrypted, HERE))
                .hasValue(PLAIN);
    }

    @Test
    void aDatabaseThatIsAwayIsAClearFaultAndItsReturnIsNoticed() {
        PersonKeyVault vault = vault(one);
        UserId known = new UserId(UUID.randomUUID());
        DataKey remembered = vault.current(known).orElseThrow();
        engine.pause();
        try {
            assertThatExceptionOfType(KeysUnavailable.class)
                    .isThrownBy(() -> vault.current(person));
            assertThatExceptionOfType(KeysUnavailable.class)
                    .isThrownBy(() -> vault.current(person))
                    .withMessageContaining("a moment ago");
            assertThat(vault.find(known, remembered.id())).isEqualTo(new Found.Key(remembered));
        } finally {
            engine.resume();
        }
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(KeysUnavailable.class)
                .until(
                        () -> {
                            clock.addAndGet(PersonKeyVault.GIVEN_UP.toNanos());
                            return vault.current(person).isPresent();
                        });
    }

    private PersonKeyVault vault(Postgres postgres) {
        return new PersonKeyVault(postgres, FileMasterKey.in(masterKey), clock::get);
    }

    private PostgresSettings settings() {
        return new PostgresSettings(
                engine.jdbcUrl(), engine.user(), engine.password(), new Namespace("vault"));
    }

    private static <T> List<T> together(
            CountDownLatch start, Callable<? extends T> first, Callable<? extends T> second)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> after(start, first));
            var other = threads.submit(() -> after(start, second));
            start.countDown();
            return List.of(one.get(), other.get());
        }
    }

    private static <T> T after(CountDownLatch start, Callable<T> call) throws Exception {
        start.await();
        return call.call();
    }
}
