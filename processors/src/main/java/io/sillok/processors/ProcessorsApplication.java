package io.sillok.processors;

import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A processors process: takes on the roles it was given, until it is closed. Thread-safe.
///
/// Any number of them may run; each role shares its work among them or has one of them do it.
public final class ProcessorsApplication implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProcessorsApplication.class);
    private static final int LOOK_EVERY_MILLIS = 20;

    private final List<RunningRole> roles;
    private final SharedParts parts;

    private ProcessorsApplication(List<RunningRole> roles, SharedParts parts) {
        this.roles = roles;
        this.parts = parts;
    }

    /// Starts every role and returns. Topics, tables and indices must exist.
    ///
    /// @throws RuntimeException when a role cannot start; nothing is left running then
    public static ProcessorsApplication start(ProcessorsSettings settings) {
        SharedParts parts = SharedParts.open(settings);
        try {
            return new ProcessorsApplication(new RoleStarts(settings, parts).all(), parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /// True while every role does its work.
    public boolean isReady() {
        return roles.stream().allMatch(role -> role.isReady().getAsBoolean());
    }

    /// Ends every role after what it has in hand.
    @Override
    public void close() {
        RunningRole.closeAll(roles);
        parts.close();
    }

    /// Runs alone, with its settings from the environment, until SIGTERM.
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(new ProcessorsEnvironment(System.getenv()).read());
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("processors cannot start");
            PrintStream err = System.err;
            err.println("processors cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ProcessorsSettings settings) throws InterruptedException {
        EngineWait.USUAL.until(() -> provision(settings));
        CountDownLatch stop = new CountDownLatch(1);
        ProcessorsApplication application = start(settings);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    application.close();
                                    stop.countDown();
                                }));
        while (!application.isReady() && stop.getCount() > 0) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        PrintStream out = System.out;
        out.println("processors ready");
        stop.await();
    }

    private static void provision(ProcessorsSettings settings) {
        TopicProvisioning.provision(settings.kafka());
        ReadModelSchema.migrate(settings.postgres());
        try (Search search = Search.open(settings.openSearch())) {
            new SearchIndices(search).migrate();
        }
    }
}
