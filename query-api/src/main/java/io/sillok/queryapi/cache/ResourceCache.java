package io.sillok.queryapi.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// The resources of one collection as they were last read. Thread-safe.
///
/// An event about a resource may be heard before the view shows it. So an event does not only drop
/// what is kept, it also says from which version on something may be kept again; what a slower view
/// answers meanwhile is handed out and not kept. What is kept is at most a minute old, whatever
/// happens.
///
/// @param <R> a resource
public final class ResourceCache<R> {

    private static final int MOST = 20_000;
    private static final Duration OLDEST = Duration.ofMinutes(1);

    private final String name;
    private final ToLongFunction<R> version;
    private final CacheMetrics metrics;
    private final BooleanSupplier current;
    private final Cache<UUID, Slot<R>> slots;

    /// What is known of one resource.
    ///
    /// @param atLeast the version that it has by now
    /// @param kept of that version; empty when it was not read since
    private record Slot<R>(long atLeast, Optional<R> kept) {}

    /// A cache of nothing yet.
    ///
    /// @param name in the metrics: `items`
    /// @param current whether events are heard
    ResourceCache(
            String name, ToLongFunction<R> version, CacheMetrics metrics, BooleanSupplier current) {
        this.name = name;
        this.version = version;
        this.metrics = metrics;
        this.current = current;
        this.slots = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(OLDEST).build();
    }

    /// The resource, from here or from its view.
    ///
    /// @param id of the resource
    /// @param fresh only the view will do
    /// @param view reads it there
    public Optional<R> find(UUID id, boolean fresh, Supplier<Optional<R>> view) {
        Optional<R> kept = fresh || !current.getAsBoolean() ? Optional.empty() : kept(id);
        metrics.asked(name, kept.isPresent());
        if (kept.isPresent()) {
            return kept;
        }
        Optional<R> read = view.get();
        read.ifPresent(resource -> keep(id, resource));
        return read;
    }

    /// Something happened to a resource: it has at least this version now.
    void happened(UUID id, long now) {
        slots.asMap()
                .compute(
                        id,
                        (_, slot) ->
                                slot != null && slot.atLeast() >= now
                                        ? slot
                                        : new Slot<>(now, Optional.empty()));
    }

    private Optional<R> kept(UUID id) {
        return Optional.ofNullable(slots.getIfPresent(id)).flatMap(Slot::kept);
    }

    private void keep(UUID id, R resource) {
        long read = version.applyAsLong(resource);
        slots.asMap()
                .compute(
                        id,
                        (_, slot) ->
                                slot != null && slot.atLeast() > read
                                        ? slot
                                        : new Slot<>(read, Optional.of(resource)));
    }
}
