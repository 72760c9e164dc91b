package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.CATEGORY;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.wire.CommandCodec;
import java.util.List;

/// What the engine says to itself about unique values, and what came of it.
final class ClaimSamples {

    private static final ClaimId CLAIM = ClaimId.parse("5c146b14-3c52-8afd-938a-375d0df1fbf6");
    private static final ClaimKind KIND = new ClaimKind("category-name");
    private static final BoundaryKey HOLDER = BoundaryKey.of(CATEGORY.subject());

    private ClaimSamples() {}

    static List<Sample> all() {
        return List.of(
                command(CLAIM.key(), new ClaimCommand.Reserve(CLAIM, KIND, HOLDER)),
                command(CLAIM.key(), new ClaimCommand.Confirm(CLAIM, HOLDER)),
                command(CLAIM.key(), new ClaimCommand.Release(CLAIM, HOLDER)),
                command(HOLDER, new ClaimAnswer(CLAIM, Given.COMMAND, true)),
                event(new ClaimEvent.Reserved(CLAIM, KIND, HOLDER)),
                event(new ClaimEvent.Confirmed(CLAIM, HOLDER)),
                event(new ClaimEvent.Released(CLAIM, HOLDER)),
                event(new ClaimEvent.Expired(CLAIM, HOLDER)));
    }

    private static Sample command(BoundaryKey key, Object command) {
        var envelope = Given.bare(key, CLAIM.subject(), Actor.system("claims"), command);
        return new Sample("full", envelope, CommandCodec.encode(envelope, "/processors"));
    }

    private static Sample event(ClaimEvent event) {
        return Given.event("full", CLAIM.key(), CLAIM.subject(), event);
    }
}
