package io.sillok.processors.bookings.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.SearchDocuments;
import io.sillok.schemas.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// Talents as they can be found; a withdrawn one as a tombstone.
final class TalentDocuments implements SearchDocuments<FindableTalent> {

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
        ObjectNode document = tombstone(talent);
        return new Rendering.Fields(
                talent.withdrawn() ? document : document.setAll(findable(talent)));
    }

    private static ObjectNode tombstone(FindableTalent talent) {
        return Json.object(
                Map.of(
                        "type", "talent",
                        "withdrawn", talent.withdrawn(),
                        "created_at", talent.createdAt(),
                        "updated_at", talent.updatedAt()));
    }

    private static ObjectNode findable(FindableTalent talent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", talent.name());
        fields.put("description", talent.description());
        fields.put("price_per_hour", talent.pricePerHour().value());
        fields.put("currency", talent.pricePerHour().currency());
        fields.put("is_available", talent.available());
        return Json.object(fields);
    }
}
