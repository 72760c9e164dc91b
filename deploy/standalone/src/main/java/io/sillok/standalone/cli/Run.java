package io.sillok.standalone.cli;

import io.sillok.engines.EngineFailure;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.ProvisioningFailure;
import io.sillok.platform.stores.SchemaFailure;
import io.sillok.platform.web.StartFailure;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.console.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/// One run of a command. Ctrl-C, SIGTERM and SIGHUP interrupt the command and let it tidy up; what
/// goes wrong ends as one line.
final class Run {

    private static final Logger log = LoggerFactory.getLogger(Run.class);
    private static final int TIDY_UP_SECONDS = 60;
    private static final int INTERRUPTED = 130;

    private final Console console;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean askedToEnd;

    Run(Console console) {
        this.console = console;
    }

    int of(Task task, ParseResult arguments) {
        var worker = Thread.currentThread();
        var hook = Thread.ofPlatform().name("end-of-run").unstarted(() -> end(worker));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return task.run(arguments);
        } catch (InterruptedException _) {
            return INTERRUPTED;
        } catch (LaunchFailure
                | EngineFailure
                | ProvisioningFailure
                | SchemaFailure
                | LogUnavailable
                | StartFailure e) {
            return failed(e, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return failed(e, "something unexpected went wrong (%s), see the log".formatted(e));
        } finally {
            over.countDown();
        }
    }

    private int failed(Throwable failure, String message) {
        if (askedToEnd) {
            return INTERRUPTED;
        }
        log.atError().setCause(failure).log("the command failed");
        console.problem(message);
        return 1;
    }

    private void end(Thread worker) {
        if (over.getCount() == 0) {
            return;
        }
        askedToEnd = true;
        worker.interrupt();
        try {
            if (!over.await(TIDY_UP_SECONDS, TimeUnit.SECONDS)) {
                console.problem("not everything has ended in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
