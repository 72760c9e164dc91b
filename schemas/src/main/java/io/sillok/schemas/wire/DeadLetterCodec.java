package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.operations.DeadLetter;

/// Dead letters as records. Stateless.
public final class DeadLetterCodec {

    private DeadLetterCodec() {}

    public static WireRecord encode(DeadLetter letter) {
        String place = letter.topic() + "/" + letter.partition() + "/" + letter.offset();
        return new HeaderWriter(
                        MessageTypes.of(letter),
                        Ids.named("dead-letter/" + letter.component() + "/" + place),
                        "/processors",
                        "dead-letters/" + place,
                        letter.diedAt())
                .around(letter.key(), Json.bytes(letter));
    }
}
