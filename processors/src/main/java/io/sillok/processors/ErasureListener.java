package io.sillok.processors;

import io.sillok.platform.kafka.TopicTail;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.schemas.wire.ErasedPersons;
import io.sillok.schemas.wire.WireRecord;

/// Tells a vault of erasures as soon as they are on the log.
record ErasureListener(PersonKeyVault vault) implements TopicTail.Follower {

    @Override
    public void take(WireRecord record) {
        ErasedPersons.of(record).ifPresent(vault::erased);
    }

    @Override
    public void caughtUp() {
        // there is nothing to wait for: a vault that was told nothing asks its store
    }
}
