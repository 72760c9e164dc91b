package io.sillok.schemas.wire;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of the catalog.
final class CatalogMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    command("create-category", CategoryCommand.Create.class),
                    command("rename-category", CategoryCommand.Rename.class),
                    command("archive-category", CategoryCommand.Archive.class),
                    command("receive-material", MaterialCommand.Receive.class),
                    command("edit-material", MaterialCommand.Edit.class),
                    command("withdraw-material", MaterialCommand.Withdraw.class),
                    command("forget-material", MaterialCommand.Forget.class),
                    command("begin-material-scan", MaterialCommand.BeginScan.class),
                    command("conclude-material-scan", MaterialCommand.ConcludeScan.class),
                    command("create-item", ItemCommand.Create.class),
                    command("change-item", ItemCommand.Change.class),
                    command("remove-item", ItemCommand.Remove.class),
                    command("publish-post", PostCommand.Publish.class),
                    command("edit-post", PostCommand.Edit.class),
                    command("retract-post", PostCommand.Retract.class),
                    event("category-created", CategoryEvent.Created.class),
                    event("category-renamed", CategoryEvent.Renamed.class),
                    event("category-archived", CategoryEvent.Archived.class),
                    event("material-received", MaterialEvent.Received.class),
                    event("material-edited", MaterialEvent.Edited.class),
                    event("material-withdrawn", MaterialEvent.Withdrawn.class),
                    event("material-forgotten", MaterialEvent.Forgotten.class),
                    event("material-scan-begun", MaterialEvent.ScanBegun.class),
                    event("material-cleared", MaterialEvent.Cleared.class),
                    event("material-found-infected", MaterialEvent.FoundInfected.class),
                    event("material-found-unscannable", MaterialEvent.FoundUnscannable.class),
                    event("material-scan-failed", MaterialEvent.ScanFailed.class),
                    event("item-created", ItemEvent.Created.class),
                    event("item-changed", ItemEvent.Changed.class),
                    event("item-removed", ItemEvent.Removed.class),
                    event("post-published", PostEvent.Published.class),
                    event("post-edited", PostEvent.Edited.class),
                    event("post-retracted", PostEvent.Retracted.class),
                    work("scan-material", ScanWork.class));

    private CatalogMessages() {}

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.CATALOG_COMMANDS), "catalog", name, 1, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.CATALOG_EVENTS), "catalog", name, 1, javaType);
    }

    private static <T> MessageType<T> work(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.WORK_SCANS), "catalog", name, 1, javaType);
    }
}
