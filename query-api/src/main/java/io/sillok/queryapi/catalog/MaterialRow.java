package io.sillok.queryapi.catalog;

import io.sillok.platform.web.access.Caller;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import java.util.Optional;

/// A material as its view has it.
///
/// @param thumbnail where the picture of its first page is
record MaterialRow(MaterialResource resource, Optional<Sha256> thumbnail) {

    long version() {
        return resource.version();
    }

    /// Clean materials are for everybody; the others for their owner and those who curate.
    boolean isVisibleTo(Caller caller) {
        return isVisible(resource, caller);
    }

    static boolean isVisible(MaterialResource material, Caller caller) {
        return material.status() == MaterialStatus.CLEAN
                || material.owner().equals(caller.id())
                || seesAll(caller);
    }

    static boolean seesAll(Caller caller) {
        return caller.actor().curates();
    }
}
