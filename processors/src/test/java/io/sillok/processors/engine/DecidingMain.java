package io.sillok.processors.engine;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// A process of its own that decides for [Naming], so that tests can kill it.
final class DecidingMain {

    /// What it prints when it has become ready.
    static final String READY = "deciding";

    private DecidingMain() {}

    public static void main(String[] args) throws InterruptedException {
        var kafka = Naming.settings(args[0], Integer.parseInt(args[1]));
        var settings = DecidingSettings.in(Path.of(args[2]), Naming.SECRET);
        try (var application = DecidingApplication.start(Naming.CONTEXT, kafka, settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(application::close));
            await().atMost(Duration.ofMinutes(2)).until(application::isReady);
            System.out.println(READY);
            new CountDownLatch(1).await();
        }
    }
}
