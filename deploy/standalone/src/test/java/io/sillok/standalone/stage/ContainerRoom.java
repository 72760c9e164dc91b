package io.sillok.standalone.stage;

import com.github.dockerjava.api.DockerClient;
import io.sillok.standalone.EngineAddresses;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.opensearch.testcontainers.OpenSearchContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// The engines as containers, from their projects' own images.
record ContainerRoom(
        KafkaContainer kafkaContainer,
        PostgreSQLContainer postgresContainer,
        OpenSearchContainer<?> openSearchContainer)
        implements EngineRoom {

    private static final String OPENSEARCH = "opensearchproject/opensearch:3.6.0";

    static ContainerRoom open() {
        KafkaContainer kafka =
                new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
                        .withEnv(
                                Map.of(
                                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                                        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR",
                                                "1",
                                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"));
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
        OpenSearchContainer<?> openSearch = new OpenSearchContainer<>(openSearchWithNori());
        Startables.deepStart(kafka, postgres, openSearch).join();
        return new ContainerRoom(kafka, postgres, openSearch);
    }

    private static DockerImageName openSearchWithNori() {
        String image =
                new ImageFromDockerfile()
                        .withDockerfileFromBuilder(
                                builder ->
                                        builder.from(OPENSEARCH)
                                                .run(
                                                        "bin/opensearch-plugin install --batch"
                                                                + " analysis-nori")
                                                .build())
                        .get();
        return DockerImageName.parse(image)
                .asCompatibleSubstituteFor("opensearchproject/opensearch");
    }

    @Override
    public EngineAddresses addresses() {
        return new EngineAddresses(
                kafkaContainer.getBootstrapServers(),
                postgresContainer.getJdbcUrl(),
                postgresContainer.getUsername(),
                postgresContainer.getPassword(),
                URI.create(openSearchContainer.getHttpHostAddress()));
    }

    @Override
    public Machine kafka() {
        return new Container(kafkaContainer);
    }

    @Override
    public Machine postgres() {
        return new Container(postgresContainer);
    }

    @Override
    public Machine openSearch() {
        return new Container(openSearchContainer);
    }

    /// None: its image would fetch all known signatures first.
    @Override
    public Optional<Machine> clamd() {
        return Optional.empty();
    }

    @Override
    public void close() {
        openSearchContainer.stop();
        postgresContainer.stop();
        kafkaContainer.stop();
    }

    private record Container(GenericContainer<?> container) implements Machine {

        @Override
        public void kill() {
            docker().killContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void restart() {
            docker().startContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void pause() {
            docker().pauseContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void resume() {
            docker().unpauseContainerCmd(container.getContainerId()).exec();
        }

        private DockerClient docker() {
            return container.getDockerClient();
        }
    }
}
