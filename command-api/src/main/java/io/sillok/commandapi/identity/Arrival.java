package io.sillok.commandapi.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.personal.UserId;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Holds an answer back until the credential directory includes what it tells, so that whoever has
/// it can sign in with it at once. For a moment only: the command is settled either way.
/// Thread-safe.
record Arrival(CredentialDirectory directory) {

    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    /// Of a command about an account.
    Response ofAccount(UserId user, Response answer) {
        OptionalLong version = version(answer);
        if (version.isPresent()) {
            await(
                    () ->
                            directory
                                    .find(user)
                                    .filter(account -> account.includes(version.getAsLong()))
                                    .isPresent());
        }
        return answer;
    }

    /// Of an API key.
    Response ofKey(ApiKeyId key, Response answer) {
        if (answer.getStatus() == CREATED) {
            await(() -> directory.ownerOf(key).isPresent());
        }
        return answer;
    }

    /// Of whatever changed an account since it was read; empty when that does not arrive.
    Optional<Account> newer(Account account) {
        Supplier<Optional<Account>> look =
                () -> directory.find(account.id()).filter(a -> a.version() > account.version());
        await(() -> look.get().isPresent());
        return look.get();
    }

    /// Of the account of an identity elsewhere; empty when it does not arrive.
    Optional<Account> of(ExternalIdentity identity) {
        await(() -> directory.find(identity).isPresent());
        return directory.find(identity);
    }

    private static OptionalLong version(Response answer) {
        return answer.getStatus() < 202 && answer.getEntity() instanceof ObjectNode resource
                ? OptionalLong.of(resource.path("version").asLong())
                : OptionalLong.empty();
    }

    private static void await(BooleanSupplier arrived) {
        long begin = System.nanoTime();
        while (!arrived.getAsBoolean() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
