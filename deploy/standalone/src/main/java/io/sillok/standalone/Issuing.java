package io.sillok.standalone;

import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.platform.web.access.TokenSettings;

/// Tokens of a platform on one machine: it issues and believes its own.
public final class Issuing {

    private static final String NAME = "sillok";

    private Issuing() {}

    /// Issues tokens that [#believed] are.
    public static TokenIssuer with(SigningKeys keys) {
        return new TokenIssuer(keys, NAME, NAME);
    }

    static TokenSettings believed(SigningKeys keys) {
        return new TokenSettings(NAME, NAME, keys.jwks().toString());
    }
}
