package io.sillok.commandapi.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/// What becomes of somebody whom a provider has proven to be who they are.
interface ExternalAccounts {

    /// Lets them in; answers as a login with a password does.
    Response enter(ProvenIdentity identity, HttpServletRequest request);
}
