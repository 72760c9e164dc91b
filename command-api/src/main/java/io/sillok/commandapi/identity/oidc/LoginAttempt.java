package io.sillok.commandapi.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.security.MessageDigest;
import java.util.Optional;

/// What ties the answer of a provider to the browser that asked, and the code and the ID token to
/// that answer. Each value is random, 256 bits, and used once.
///
/// @param state comes back with the answer (RFC 6749, 10.12)
/// @param nonce stands in the ID token (OpenID Connect Core, 3.1.3.7)
/// @param verifier proves to the provider that the code is ours (RFC 7636)
/// @param linking to an account; empty for a login
record LoginAttempt(State state, Nonce nonce, CodeVerifier verifier, Optional<Linking> linking) {

    private static final int BYTES = 32;

    /// A new one.
    static LoginAttempt begin(Optional<Linking> linking) {
        return new LoginAttempt(new State(BYTES), new Nonce(BYTES), new CodeVerifier(), linking);
    }

    /// Whether an answer belongs to it; takes the same time for every wrong state.
    boolean isAnsweredBy(String answered) {
        return MessageDigest.isEqual(state.getValue().getBytes(UTF_8), answered.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "a login attempt";
    }
}
