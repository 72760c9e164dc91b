package io.sillok.processors.generation.worker;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.processors.engine.work.LogWriter;
import io.sillok.processors.generation.model.ModelSettings;
import io.sillok.schemas.topics.Namespace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A generator in a process of its own, to be killed.
final class GeneratorMain {

    private GeneratorMain() {}

    /// Runs until it is killed.
    ///
    /// @param arguments bootstrap servers, namespace, partitions, endpoint, model
    public static void main(String[] arguments) throws InterruptedException {
        KafkaSettings kafka =
                new KafkaSettings(
                        arguments[0],
                        new Namespace(arguments[1]),
                        (short) 1,
                        Integer.parseInt(arguments[2]),
                        Map.of());
        GeneratorSettings settings =
                new GeneratorSettings(
                        Optional.of(
                                ModelSettings.of(
                                        URI.create(arguments[3]),
                                        "sandbox",
                                        arguments[4],
                                        List.of())),
                        GeneratorSettings.NONE.prices());
        Generator generator =
                Generator.start(
                        settings, kafka, TestKeys.ALL, LogWriter.open(kafka, "generator-process"));
        while (!generator.isReady()) {
            Thread.sleep(20);
        }
        System.out.println("generator ready");
        new CountDownLatch(1).await();
    }
}
