package io.sillok.commandapi.bookings;

import io.dropwizard.core.setup.Environment;
import io.sillok.commandapi.CommandApiSettings;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.platform.stores.personal.FileMasterKey;
import io.sillok.platform.stores.personal.TransportKeys;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.Probe;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topics;

/// What the command API serves of talents and bookings.
public final class BookingsModule {

    private BookingsModule() {}

    /// Adds the resources and the probe to the service.
    public static void serve(
            CommandApiSettings settings, Environment environment, HealthBoard health) {
        CommandGateway gateway =
                new CommandGateway(
                        settings.kafka(),
                        Topics.BOOKINGS_COMMANDS,
                        Topics.BOOKINGS_EVENTS,
                        keys(settings),
                        environment.lifecycle());
        environment.jersey().register(new TalentsResource(gateway));
        environment.jersey().register(new BookingsResource(gateway));
        health.watch(Probe.of("bookings-settlements", gateway::health));
    }

    /// Numbers travel encrypted; none comes back, because settlements show none.
    private static PersonalKeys keys(CommandApiSettings settings) {
        return new PersonalKeys(
                TransportKeys.of(FileMasterKey.in(settings.masterKey())), PersonKeys.NONE);
    }
}
