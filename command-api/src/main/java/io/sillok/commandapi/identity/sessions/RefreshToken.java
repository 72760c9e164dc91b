package io.sillok.commandapi.identity.sessions;

import io.sillok.platform.web.access.Secret;
import io.sillok.schemas.envelope.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a session's holder gets its next access token with, once: `<session uuid>.<holder
/// uuid>.<secret>`. The ids lead to where the session is decided without a look into any view; of
/// the secret only its SHA-256 travels and is kept.
///
/// @param session the family that the token belongs to
/// @param holder whose session it is
public record RefreshToken(UUID session, UUID holder, Secret secret) {

    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FORM =
            Pattern.compile(UUID_FORM + "\\." + UUID_FORM + "\\.([A-Za-z0-9_-]{43})");

    /// The first one of a session, or the next.
    public static RefreshToken issue(UUID session, UUID holder) {
        return new RefreshToken(session, holder, Secret.random());
    }

    /// Reads what a caller sent; empty when it cannot be a refresh token.
    public static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Secret.parse(form.group(3))
                .map(
                        secret ->
                                new RefreshToken(
                                        Ids.parse(form.group(1)),
                                        Ids.parse(form.group(2)),
                                        secret));
    }

    /// What its holder is told.
    public String reveal() {
        return session + "." + holder + "." + secret.reveal();
    }
}
