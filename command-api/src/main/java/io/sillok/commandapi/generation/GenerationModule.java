package io.sillok.commandapi.generation;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.sillok.commandapi.CommandApiSettings;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.platform.stores.personal.PersonalStore;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.Probe;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.function.Consumer;

/// What the command API serves of generation.
public final class GenerationModule {

    private GenerationModule() {}

    /// Adds the resources and probes of generation to the service.
    ///
    /// @param erasures tells of every erasure whom it is given
    public static void serve(
            CommandApiSettings settings,
            Environment environment,
            HealthBoard health,
            Consumer<PersonKeyVault> erasures) {
        PersonalStore persons =
                PersonalStore.open(settings.postgres().ofDirectoryReader(), settings.masterKey());
        environment.lifecycle().manage(new Closing(persons));
        erasures.accept(persons.vault());
        CommandGateway gateway =
                new CommandGateway(
                        settings.kafka(),
                        Topics.GENERATION_COMMANDS,
                        Topics.GENERATION_EVENTS,
                        persons.keys(),
                        environment.lifecycle());
        AnswerFeed feed = new AnswerFeed(settings.kafka(), persons.keys().persons());
        // after the gateway, which sees to it that the topics are there
        environment.lifecycle().manage(feed);
        Generations generations = new Generations(gateway, feed);
        List.of(
                        new GenerateResource(generations),
                        new StreamResource(generations),
                        new CompleteResource(generations),
                        new ValidateResource(),
                        new StopResource(gateway),
                        new FeedbackResource(gateway),
                        new AgentsResource(gateway),
                        new BudgetsResource(gateway),
                        new CacheResource(gateway))
                .forEach(environment.jersey()::register);
        health.watch(Probe.of("generation-settlements", gateway::health));
        health.watch(Probe.of("generation-answers", feed::health));
    }

    private record Closing(PersonalStore persons) implements Managed {

        @Override
        public void stop() {
            persons.close();
        }
    }
}
