package io.sillok.processors.engine.projection;

/// One version of a projection, written `materials@v1`.
///
/// @param name kebab-case
/// @param version from 1; another version has other rows and other positions
public record ProjectionName(String name, int version) {

    public ProjectionName {
        if (!name.matches("[a-z][a-z-]{0,39}") || version < 1) {
            throw new IllegalArgumentException("not a projection: " + name + "@v" + version);
        }
    }

    /// The version that a rebuild makes.
    public ProjectionName next() {
        return new ProjectionName(name, version + 1);
    }

    /// The view that readers use: `blob_references`.
    String view() {
        return name.replace('-', '_');
    }

    /// The table with the rows of this version: `blob_references_v1`.
    public String table() {
        return view() + "_v" + version;
    }

    @Override
    public String toString() {
        return name + "@v" + version;
    }
}
