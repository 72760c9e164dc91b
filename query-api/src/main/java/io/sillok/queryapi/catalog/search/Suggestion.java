package io.sillok.queryapi.catalog.search;

import java.util.UUID;

/// One title that somebody may be about to type.
///
/// @param type what has it: `material`, `item`, `post` or `talent`
/// @param id of the best of those that have this title
public record Suggestion(String type, UUID id, String title) {}
