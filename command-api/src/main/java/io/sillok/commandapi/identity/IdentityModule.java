package io.sillok.commandapi.identity;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import io.sillok.commandapi.CommandApiSettings;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.identity.oidc.OidcModule;
import io.sillok.commandapi.identity.passwords.Cost;
import io.sillok.commandapi.identity.passwords.HashingPool;
import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.platform.access.RevocationFeed;
import io.sillok.platform.access.StoredApiKeys;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.platform.stores.personal.PersonalStore;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.StillValid;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.Probe;
import io.sillok.schemas.identity.IdentityAccess;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.ErasedPersons;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the command API serves of identity, and what it checks callers against.
public final class IdentityModule {

    private static final int CONNECTIONS = 8;

    private final CommandApiSettings settings;
    private final PostgresSettings database;
    private final DigestKey digests;
    private final RevocationFeed revocations;

    public IdentityModule(CommandApiSettings settings) {
        this.settings = settings;
        this.database = settings.postgres().ofDirectoryReader();
        this.digests = DigestKey.in(settings.digestKey());
        this.revocations =
                new RevocationFeed(
                        settings.kafka(),
                        Topics.IDENTITY_EVENTS,
                        IdentityAccess.EVENTS,
                        "command-api-revocations");
    }

    /// What tokens and API keys are checked against.
    public Guard guard(Environment environment) {
        Postgres postgres = Postgres.open(database, "command-api-keys", CONNECTIONS);
        environment.lifecycle().manage(new Closing(postgres));
        return new Guard(
                revocations.revocations(),
                new StoredApiKeys(postgres.jdbi()),
                Optional.of(digests));
    }

    /// Looks at callers once more.
    public StillValid stillValid() {
        return new StillValid(revocations.revocations(), InstantSource.system());
    }

    /// Has somebody told of every erasure, as soon as it is heard of.
    ///
    /// @param keys whose copies of a key are to go
    public void tellOfErasures(PersonKeyVault keys) {
        revocations.tell(record -> ErasedPersons.of(record).ifPresent(keys::erased));
    }

    /// Adds the resources and probes of identity to the service.
    public void serve(Environment environment, HealthBoard health) {
        Postgres postgres = Postgres.open(database, "command-api-directory", CONNECTIONS);
        PersonalStore persons = PersonalStore.open(database, settings.masterKey());
        HashingPool hashing = HashingPool.ofThisMachine();
        environment.lifecycle().manage(new Closing(postgres));
        environment.lifecycle().manage(new Closing(persons));
        tellOfErasures(persons.vault());
        environment.lifecycle().manage(hashing);
        CommandGateway gateway =
                new CommandGateway(
                        settings.kafka(),
                        Topics.IDENTITY_COMMANDS,
                        Topics.IDENTITY_EVENTS,
                        persons.keys(),
                        environment.lifecycle());
        // after the gateway, which sees to it that the topics are there
        environment.lifecycle().manage(revocations);
        resources(
                        gateway,
                        new CredentialDirectory(postgres.jdbi()),
                        new Passwords(Cost.USUAL, hashing),
                        environment.lifecycle())
                .forEach(environment.jersey()::register);
        health.watch(Probe.of("identity-settlements", gateway::health));
        health.watch(Probe.of("revocations", revocations::health));
    }

    private List<Object> resources(
            CommandGateway gateway,
            CredentialDirectory directory,
            Passwords passwords,
            LifecycleEnvironment lifecycle) {
        SigningKeys keys = SigningKeys.in(settings.keys());
        TokenSettings tokens = settings.web().tokens();
        Sessions sessions =
                new Sessions(
                        gateway,
                        new TokenIssuer(keys, tokens.issuer(), tokens.audience()),
                        directory);
        Arrival arrival = new Arrival(directory);
        SignIn signIn =
                new SignIn(
                        gateway,
                        directory,
                        passwords,
                        new LoginAttempts(gateway, digests),
                        sessions,
                        arrival);
        NewSecrets secrets = new NewSecrets(passwords, digests, gateway.clock());
        List<Object> external =
                OidcModule.resources(
                        settings.oidc(),
                        settings.web(),
                        digests,
                        new ExternalSignIn(gateway, directory, sessions, arrival),
                        revocations.revocations(),
                        lifecycle);
        List<Object> own =
                List.of(
                        new JwksResource(keys),
                        new RegisterResource(gateway, secrets, arrival),
                        new LoginResource(signIn, sessions),
                        new TokenResource(signIn, sessions),
                        new OwnAccountResource(gateway, arrival),
                        new PasswordResource(gateway, directory, signIn, passwords, arrival),
                        new UsersResource(gateway, arrival),
                        new ErasureResource(gateway),
                        new ApiKeysResource(gateway, directory, secrets, digests, arrival));
        return Stream.concat(own.stream(), external.stream()).toList();
    }

    private record Closing(AutoCloseable resource) implements Managed {

        @Override
        public void stop() throws Exception {
            resource.close();
        }
    }
}
