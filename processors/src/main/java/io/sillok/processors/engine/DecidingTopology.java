package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.schemas.topics.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/// The Streams topology of one bounded context: commands in; events, their consequences and dead
/// letters out, with its own state between. Boundaries ask for claims by commands to the context
/// itself. No part of its state is ever read back from a topic it writes, except the soft
/// references.
public final class DecidingTopology {

    private DecidingTopology() {}

    public static Topology build(DecidingContext context, KafkaSettings kafka, ClaimSecret secret) {
        Topology topology = new Topology();
        if (context.looksUp()) {
            addReferences(topology, context, kafka);
        }
        addDecider(topology, context, kafka, secret);
        addSink(topology, context, context.eventsNode(), kafka.nameOf(context.events()));
        addSink(topology, context, context.claimsNode(), kafka.nameOf(context.commands()));
        context.kept()
                .ifPresent(
                        kept -> addSink(topology, context, context.keptNode(), kafka.nameOf(kept)));
        for (Reaction reaction : context.reactions()) {
            addSink(topology, context, reaction.name(), kafka.nameOf(reaction.topic()));
        }
        addSink(topology, context, Outbox.DEAD_LETTERS, kafka.nameOf(Topics.DEAD_LETTERS));
        return topology;
    }

    private static void addReferences(
            Topology topology, DecidingContext context, KafkaSettings kafka) {
        topology.addGlobalStore(
                DecidingStores.references(),
                context.name() + "-references-source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                kafka.nameOf(context.events()),
                context.name() + "-references",
                () -> new ReferenceProcessor(DecidingStores.REFERENCES, context.index()));
    }

    private static void addDecider(
            Topology topology, DecidingContext context, KafkaSettings kafka, ClaimSecret secret) {
        String source = context.name() + "-commands";
        topology.addSource(
                source,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                kafka.nameOf(context.commands()));
        topology.addProcessor(
                context.deciderName(),
                () -> new CommandProcessor(context, kafka.partitions(), secret),
                source);
        topology.addStateStore(DecidingStores.boundaries(), context.deciderName());
        topology.addStateStore(DecidingStores.answers(), context.deciderName());
    }

    private static void addSink(
            Topology topology, DecidingContext context, String node, String topic) {
        topology.addSink(
                node,
                topic,
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                context.deciderName());
    }
}
