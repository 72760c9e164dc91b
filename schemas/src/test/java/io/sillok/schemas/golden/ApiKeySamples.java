package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.IdentityGiven.API_KEY;
import static io.sillok.schemas.golden.IdentityGiven.DIGEST;
import static io.sillok.schemas.golden.IdentityGiven.LATER;
import static io.sillok.schemas.golden.IdentityGiven.USER;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import java.util.List;
import java.util.Optional;

/// Commands, events and credentials of API keys.
final class ApiKeySamples {

    private static final BoundaryKey KEY = new BoundaryKey("user-api-keys/" + USER);
    private static final Optional<String> NAME = Optional.of("빌드 서버 🔑");
    private static final List<String> SCOPES = List.of("audit:read", "catalog:write");

    private ApiKeySamples() {}

    static List<Sample> all() {
        return List.of(
                full(
                        "full",
                        new ApiKeyCommand.Issue(
                                API_KEY, USER, NAME, SCOPES, Optional.of(LATER), DIGEST)),
                full(
                        "for-the-usual-time",
                        new ApiKeyCommand.Issue(
                                API_KEY, USER, NAME, SCOPES, Optional.empty(), DIGEST)),
                full("full", new ApiKeyCommand.Revoke(API_KEY, USER)),
                full("full", new ApiKeyCommand.Restrict(USER, true, EndReason.DEACTIVATED)),
                event(new ApiKeyEvent.Issued(API_KEY, USER, NAME, SCOPES, LATER)),
                event(new ApiKeyEvent.Revoked(API_KEY, USER, EndReason.REVOKED)),
                event(new ApiKeyEvent.Restricted(USER, true)),
                IdentityGiven.kept("full", new Credential.ApiKeyDigest(API_KEY, USER, DIGEST)));
    }

    private static Sample full(String name, ApiKeyCommand command) {
        return Given.full(name, command.key(), command.subject(), command);
    }

    private static Sample event(ApiKeyEvent event) {
        return Given.event("full", KEY, event.subject(), event);
    }
}
