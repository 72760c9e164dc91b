package io.sillok.processors.bookings.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.Findable;
import io.sillok.processors.engine.projection.SearchDocuments;

/// Talents as they can be found, by their name as a title; a withdrawn one as a tombstone.
final class TalentDocuments implements SearchDocuments<FindableTalent> {

    private static final String TYPE = "talent";

    @Override
    public Class<FindableTalent> type() {
        return FindableTalent.class;
    }

    @Override
    public long version(FindableTalent talent) {
        return talent.version();
    }

    @Override
    public Rendering render(FindableTalent talent) {
        return new Rendering.Fields(
                talent.withdrawn()
                        ? Findable.tombstone(TYPE, talent.createdAt(), talent.updatedAt())
                        : findable(talent));
    }

    private static ObjectNode findable(FindableTalent talent) {
        return Findable.of(TYPE, talent.name(), talent.createdAt(), talent.updatedAt())
                .with("description", talent.description())
                .with("price_per_hour", talent.pricePerHour().value())
                .with("currency", talent.pricePerHour().currency())
                .with("is_available", talent.available())
                .document();
    }
}
