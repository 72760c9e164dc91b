package io.sillok.sandbox;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Runs a sandbox model as a process of its own until SIGTERM: `SILLOK_SANDBOX_PORT` (18000),
/// `SILLOK_SANDBOX_KEY` (sandbox), `SILLOK_SANDBOX_CONTROLLED` (false).
public final class SandboxMain {

    private static final String USUAL_PORT = "18000";

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        SandboxModel model = SandboxModel.start(settings(System.getenv()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    model.close();
                                    stop.countDown();
                                }));
        PrintStream out = System.out;
        out.println("sandbox model ready at " + model.uri());
        stop.await();
    }

    static SandboxSettings settings(Map<String, String> environment) {
        return new SandboxSettings(
                Integer.parseInt(environment.getOrDefault("SILLOK_SANDBOX_PORT", USUAL_PORT)),
                environment.getOrDefault("SILLOK_SANDBOX_KEY", SandboxSettings.USUAL_KEY),
                Boolean.parseBoolean(environment.get("SILLOK_SANDBOX_CONTROLLED")));
    }
}
