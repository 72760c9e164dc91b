package io.sillok.schemas.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// A piece of something that comes bit by bit and is worth nothing later.
///
/// @param id the same for the same piece, written however often
/// @param subject what it is a piece of
/// @param time when it was written, cut to microseconds
public record ChunkEnvelope<C>(UUID id, Subject subject, Instant time, C chunk) {

    public ChunkEnvelope {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /// A piece with its place.
    ///
    /// @param place unique among the pieces of the subject: `1.17`
    public static <C> ChunkEnvelope<C> of(Subject subject, String place, Instant time, C chunk) {
        return new ChunkEnvelope<>(
                Ids.named("chunk/" + subject + "/" + place), subject, time, chunk);
    }
}
