package io.sillok.commandapi.generation;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.UUID;

/// Who asks, and the account that it is taken from.
record Asker(UserId person, AccountId account) {

    /// The account of a caller.
    ///
    /// @throws ProblemException E4005 when the token was issued to nobody with an account
    static Asker of(Caller caller) {
        return Ids.find(caller.id())
                .map(UserId::new)
                .map(person -> new Asker(person, AccountId.of(person)))
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4005,
                                                "account-required",
                                                "This takes an account; the token has none.")));
    }

    /// A generation of theirs. Of others' they learn nothing.
    ///
    /// @throws ProblemException E4007 when the id names none of theirs
    GenerationId generation(UUID id) {
        return GenerationId.find(id)
                .filter(generation -> generation.account().equals(account))
                .orElseThrow(() -> missing("generation"));
    }

    /// Says that something of theirs is not there.
    static ProblemException missing(String kind) {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4007,
                        kind + "-not-found",
                        "There is no resource with this id."));
    }
}
