package io.sillok.processors.engine.projection;

/// Another runner of the same projection has moved the position: whoever gets this is the zombie of
/// the two and has written nothing.
final class PositionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionConflict(ProjectionName projection) {
        super("somebody else moved the position of " + projection);
    }
}
