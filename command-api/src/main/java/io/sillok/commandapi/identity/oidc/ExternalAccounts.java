package io.sillok.commandapi.identity.oidc;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.personal.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/// What becomes of somebody whom a provider has proven to be who they are.
public interface ExternalAccounts {

    /// Lets them in; answers as a login with a password does.
    ///
    /// @throws ProblemException when they may not come in
    Response enter(ProvenIdentity identity, HttpServletRequest request);

    /// Lets them in with that account from now on; answers the account.
    ///
    /// @throws ProblemException when the account may not have the identity
    Response link(ProvenIdentity identity, UserId user, HttpServletRequest request);
}
