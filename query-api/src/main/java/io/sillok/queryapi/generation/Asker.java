package io.sillok.queryapi.generation;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.UserId;

/// Who asks for what is theirs. What is others' is not there.
record Asker(UserId person, AccountId account) {

    private static final String ACCOUNT = "account";

    /// The account of a caller.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException E4007 when they have none
    static Asker of(Caller caller) {
        UserId person = new UserId(NotFound.id(ACCOUNT, caller.id()));
        return new Asker(person, AccountId.of(person));
    }

    GenerationId generation(String text) {
        String kind = "generation";
        return GenerationId.find(NotFound.id(kind, text))
                .filter(id -> id.account().equals(account))
                .orElseThrow(NotFound.of(kind));
    }

    AgentId agent(String text) {
        String kind = "agent";
        return AgentId.find(NotFound.id(kind, text))
                .filter(id -> id.account().equals(account))
                .orElseThrow(NotFound.of(kind));
    }
}
