package io.sillok.commandapi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginId;
import io.sillok.schemas.identity.LoginName;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.UUID;

/// Counts who tried to sign in under which name, whether anybody has it or not. The count is
/// decided on the log, under a keyed hash of the name. Thread-safe.
record LoginAttempts(CommandGateway gateway, DigestKey digests) {

    private static final Actor SIGN_IN = Actor.system("sign-in");

    /// Counts one.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException E4004 when there were too many that
    ///   failed
    void count(LoginName name, boolean succeeded, HttpServletRequest request) {
        var attempt = new LoginCommand.Attempt(id(name), succeeded);
        gateway.settle(
                CommandHeaders.within(request, SIGN_IN),
                Order.update(attempt.key(), attempt.subject(), attempt));
    }

    /// The first bits of a keyed hash, as a UUIDv8 (RFC 9562).
    LoginId id(LoginName name) {
        ByteBuffer hash =
                ByteBuffer.wrap(digests.digest(("login\0" + name.value()).getBytes(UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new LoginId(new UUID(high, low));
    }
}
