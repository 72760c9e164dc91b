package io.sillok.commandapi.identity;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;

/// Whose account a caller may look after: their own.
final class Holder {

    private Holder() {}

    /// The account of a caller.
    ///
    /// @throws ProblemException E4005 when the token was issued to nobody with an account
    static UserId of(Caller caller) {
        return Ids.find(caller.id())
                .map(UserId::new)
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4005,
                                                "account-required",
                                                "This takes an account; the token has none.")));
    }
}
