package io.sillok.standalone.demo;

import io.sillok.engines.FileTree;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.console.Progress;
import io.sillok.standalone.home.DataFolder;
import io.sillok.standalone.home.LocalEngines;
import io.sillok.standalone.settings.StandaloneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The data folder of the demo, which is emptied each time. Only a folder that a demo made is ever
/// emptied; it has a mark.
public final class DemoFolder {

    private static final String MARK = "demo-folder";

    private DemoFolder() {}

    /// Makes the folder ours, with nothing in it.
    ///
    /// @throws LaunchFailure when it is in use, or holds what is not of a demo
    public static DataFolder claimEmpty(StandaloneSettings settings) throws InterruptedException {
        var folder = DataFolder.claim(settings.data());
        var empty = false;
        try {
            empty(settings, folder);
            empty = true;
            return folder;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "%s cannot be emptied for the demo (%s)".formatted(settings.data(), e), e);
        } finally {
            if (!empty) {
                folder.close();
            }
        }
    }

    private static void empty(StandaloneSettings settings, DataFolder folder)
            throws IOException, InterruptedException {
        var layout = folder.layout();
        var engines = List.of(layout.kafka(), layout.postgres(), layout.openSearch());
        var mark = layout.root().resolve(MARK);
        if (!Files.exists(mark) && engines.stream().anyMatch(Files::exists)) {
            throw new LaunchFailure(
                    "%s is not of a demo, and a demo begins with an empty folder: choose another with --data"
                            .formatted(layout.root()));
        }
        if (engines.stream().anyMatch(engine -> Files.exists(engine.resolve("engine.pid")))) {
            // a demo that was killed: starting its engines is what stops those that outlived it
            LocalEngines.start(settings, layout, Progress.SILENT).close();
        }
        for (var part : engines) {
            FileTree.delete(part);
        }
        for (var part : List.of(layout.blobs(), layout.staging(), layout.processors())) {
            FileTree.delete(part);
        }
        Files.deleteIfExists(layout.root().resolve("log-id"));
        Files.writeString(mark, "");
    }
}
