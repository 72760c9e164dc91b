package io.sillok.processors.identity;

import io.sillok.processors.engine.DecidingContext;
import io.sillok.processors.engine.ReferenceIndex;
import io.sillok.processors.identity.erasure.ErasureDecider;
import io.sillok.processors.identity.erasure.WhenErasureResumedThenGoOn;
import io.sillok.processors.identity.erasure.WhenUserErasedThenForgetThem;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;

/// Identity's table of contents: what it decides, what follows from its events.
public final class IdentityModule {

    private IdentityModule() {}

    /// Its rules.
    ///
    /// @param keys of persons
    public static DecidingContext decides(PersonalKeys keys) {
        return new DecidingContext(
                "identity",
                Topics.IDENTITY_COMMANDS,
                Topics.IDENTITY_EVENTS,
                List.of(
                        new UserDecider(),
                        new SessionDecider(),
                        new LoginDecider(),
                        new ApiKeyDecider(),
                        new ErasureDecider()),
                List.of(
                        new WhenAccountChangedThenEndSessions(),
                        new WhenAccountChangedThenEndApiKeys(),
                        new WhenEndedThenForgetCredential(),
                        new WhenUserErasedThenForgetThem(),
                        new WhenErasureResumedThenGoOn()),
                ReferenceIndex.NONE,
                Optional.of(Topics.IDENTITY_CREDENTIALS),
                keys);
    }
}
