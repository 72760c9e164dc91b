package io.sillok.processors.catalog;

import io.sillok.schemas.catalog.Material;
import java.util.Optional;

/// What the decider of one material knows: the material, once there is one.
record MaterialState(Optional<Material> material) {

    static final MaterialState NONE = new MaterialState(Optional.empty());

    /// Whether nothing of what the material said is kept.
    boolean isForgotten() {
        return material.filter(Material::isForgotten).isPresent();
    }

    /// The material unless it was withdrawn.
    Optional<Material> inLibrary() {
        return material.filter(found -> !found.withdrawn());
    }
}
