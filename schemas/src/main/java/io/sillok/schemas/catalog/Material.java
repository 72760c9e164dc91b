package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Optional;

/// A learning material as it is now: the fold of its events, the resource that the APIs answer.
///
/// The decider's state, the Postgres row, the search document and the audit's `as_of` are all this
/// one fold, so they cannot disagree about what an event means.
///
/// @param owner id of who uploaded it
/// @param statusReason why it is not clean: a signature or a kebab-case reason
/// @param extract empty until the file is clean
/// @param withdrawn removed from the library
public record Material(
        MaterialId id,
        long version,
        String title,
        Optional<String> description,
        Optional<CategoryId> category,
        StoredFile file,
        String owner,
        MaterialStatus status,
        Optional<String> statusReason,
        Extract extract,
        Optional<MaterialId> duplicateOf,
        boolean withdrawn,
        Instant createdAt,
        Instant updatedAt) {

    /// The material after one more event. Pure; events at or below `before`'s version change
    /// nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Material evolve(Optional<Material> before, EventEnvelope<MaterialEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        if (next.event() instanceof MaterialEvent.Received received) {
            return received(received, next);
        }
        return before.orElseThrow().after(next.event()).at(next);
    }

    private static Material received(MaterialEvent.Received event, EventEnvelope<?> by) {
        return new Material(
                event.material(),
                by.sequence(),
                event.title(),
                event.description(),
                event.category(),
                event.file(),
                event.owner(),
                MaterialStatus.RECEIVED,
                Optional.empty(),
                Extract.NOTHING,
                Optional.empty(),
                false,
                by.time(),
                by.time());
    }

    /// Whether nothing of what it says is kept: any other material has a title.
    public boolean isForgotten() {
        return title.isEmpty();
    }

    private Material after(MaterialEvent event) {
        return switch (event) {
            case MaterialEvent.Received _ -> this;
            case MaterialEvent.Edited(_, var newTitle, var newDescription, var newCategory) ->
                    edited(newTitle, newDescription, newCategory);
            case MaterialEvent.Withdrawn _ -> gone();
            case MaterialEvent.Forgotten _ -> forgotten();
            case MaterialEvent.ScanBegun _ -> scanned(MaterialStatus.SCANNING, Optional.empty());
            case MaterialEvent.Cleared(_, var found, var original) ->
                    scanned(MaterialStatus.CLEAN, Optional.empty(), found, original);
            case MaterialEvent.FoundInfected(_, var signature) ->
                    scanned(MaterialStatus.INFECTED, Optional.of(signature));
            case MaterialEvent.FoundUnscannable(_, var reason) ->
                    scanned(MaterialStatus.UNSCANNABLE, Optional.of(reason));
            case MaterialEvent.ScanFailed(_, var reason) ->
                    scanned(MaterialStatus.SCAN_FAILED, Optional.of(reason));
        };
    }

    private Material edited(
            String newTitle, Optional<String> newDescription, Optional<CategoryId> newCategory) {
        return new Material(
                id,
                version,
                newTitle,
                newDescription,
                newCategory,
                file,
                owner,
                status,
                statusReason,
                extract,
                duplicateOf,
                withdrawn,
                createdAt,
                updatedAt);
    }

    private Material scanned(MaterialStatus now, Optional<String> why) {
        return scanned(now, why, extract, duplicateOf);
    }

    private Material scanned(
            MaterialStatus now,
            Optional<String> why,
            Extract found,
            Optional<MaterialId> original) {
        return new Material(
                id,
                version,
                title,
                description,
                category,
                file,
                owner,
                now,
                why,
                found,
                original,
                withdrawn,
                createdAt,
                updatedAt);
    }

    private Material gone() {
        return new Material(
                id,
                version,
                title,
                description,
                category,
                file,
                owner,
                status,
                statusReason,
                extract,
                duplicateOf,
                true,
                createdAt,
                updatedAt);
    }

    /// The digests stay: they say which blobs there were.
    private Material forgotten() {
        return new Material(
                id,
                version,
                "",
                Optional.empty(),
                category,
                file.unnamed(),
                owner,
                status,
                statusReason,
                extract.unsigned(),
                duplicateOf,
                true,
                createdAt,
                updatedAt);
    }

    private Material at(EventEnvelope<?> by) {
        return new Material(
                id,
                by.sequence(),
                title,
                description,
                category,
                file,
                owner,
                status,
                statusReason,
                extract,
                duplicateOf,
                withdrawn,
                createdAt,
                by.time());
    }
}
