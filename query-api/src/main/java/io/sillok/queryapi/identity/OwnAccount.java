package io.sillok.queryapi.identity;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;

/// Answers who the caller is. A token may have been issued to nobody with an account.
record OwnAccount(UserQueries users) {

    static final String KIND = "user";

    UserResource of(Caller caller) {
        return users.find(new UserId(NotFound.id(KIND, caller.id())))
                .orElseThrow(NotFound.of(KIND));
    }
}
