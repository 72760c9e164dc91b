package io.sillok.standalone.stage;

import io.sillok.commandapi.identity.passwords.Cost;
import io.sillok.commandapi.identity.passwords.HashingPool;
import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.personal.PersonalStore;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/// The platform as it was when passwords cost less: it sent the same commands.
///
/// @param cost of a password in those days
public record EarlierRelease(Stage stage, Cost cost) {

    private static final String PASSWORD = "Correct-horse-7";

    /// Somebody who opened an account in those days, or is about to.
    public Person register(String name) {
        UserId id = new UserId(Ids.timeOrdered(Instant.now()));
        Person person = new Person(stage, id.toString(), name + "@people.example", name, PASSWORD);
        send(
                id,
                new UserCommand.Register(
                        id,
                        Optional.of(person.email()),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.of(hash())));
        return person;
    }

    private String hash() {
        HashingPool pool = HashingPool.ofThisMachine();
        try {
            return new Passwords(cost, pool).hash(PASSWORD);
        } finally {
            pool.stop();
        }
    }

    private void send(UserId id, UserCommand command) {
        PostgresSettings vault =
                new PostgresSettings(
                        stage.addresses().postgresUrl(),
                        stage.addresses().postgresUser(),
                        stage.addresses().postgresPassword(),
                        stage.namespace());
        KafkaSettings kafka = KafkaSettings.single(stage.addresses().kafka(), stage.namespace());
        try (PersonalStore keys = PersonalStore.open(vault, stage.masterKey());
                var producer = new KafkaClients(kafka).producer("earlier-release")) {
            producer.send(
                            WireRecords.toProducer(
                                    kafka.nameOf(Topics.IDENTITY_COMMANDS),
                                    encoded(id, command, keys.keys().transport())))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command is sent", e);
        }
    }

    private static WireRecord encoded(UserId id, UserCommand command, PersonKeys keys) {
        return CommandCodec.encode(
                new CommandEnvelope<>(
                        new CommandId(UUID.randomUUID()),
                        command.key(),
                        command.subject(),
                        Instant.now(),
                        new Actor(id.toString(), Set.of()),
                        UUID.randomUUID(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        command),
                "/command-api",
                keys);
    }
}
