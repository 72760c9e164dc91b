package io.sillok.queryapi.stage;

/// What there is to be read by a test [AtScale]. Has a constructor without parameters.
public interface Data {

    /// Puts it where it is read.
    void fill(Scale scale, Stage stage);

    /// Takes it away again.
    void empty(Stage stage);
}
