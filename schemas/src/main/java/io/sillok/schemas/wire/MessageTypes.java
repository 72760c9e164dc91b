package io.sillok.schemas.wire;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.DeadLetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every message type there is. Adding an event means one line here; the golden samples, JSON
/// Schemas and the AsyncAPI document follow from it.
public final class MessageTypes {

    /// All of them, commands first.
    public static final List<MessageType<?>> ALL =
            List.of(
                    catalog("create-category", CategoryCommand.Create.class),
                    catalog("rename-category", CategoryCommand.Rename.class),
                    catalog("archive-category", CategoryCommand.Archive.class),
                    catalog("receive-material", MaterialCommand.Receive.class),
                    catalog("edit-material", MaterialCommand.Edit.class),
                    catalog("withdraw-material", MaterialCommand.Withdraw.class),
                    catalog("begin-material-scan", MaterialCommand.BeginScan.class),
                    catalog("conclude-material-scan", MaterialCommand.ConcludeScan.class),
                    catalog("category-created", CategoryEvent.Created.class),
                    catalog("category-renamed", CategoryEvent.Renamed.class),
                    catalog("category-archived", CategoryEvent.Archived.class),
                    catalog("material-received", MaterialEvent.Received.class),
                    catalog("material-edited", MaterialEvent.Edited.class),
                    catalog("material-withdrawn", MaterialEvent.Withdrawn.class),
                    catalog("material-scan-begun", MaterialEvent.ScanBegun.class),
                    catalog("material-cleared", MaterialEvent.Cleared.class),
                    catalog("material-found-infected", MaterialEvent.FoundInfected.class),
                    catalog("material-found-unscannable", MaterialEvent.FoundUnscannable.class),
                    catalog("material-scan-failed", MaterialEvent.ScanFailed.class),
                    catalog("scan-material", ScanWork.class),
                    operations("command-settled", CommandSettled.class),
                    operations("dead-letter", DeadLetter.class));

    private static final Map<String, MessageType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(MessageType::ceType, Function.identity()));

    private static final Map<Class<?>, MessageType<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toMap(MessageType::javaType, Function.identity()));

    private MessageTypes() {}

    public static Optional<MessageType<?>> named(String ceType) {
        return Optional.ofNullable(BY_NAME.get(ceType));
    }

    /// The type of a message.
    ///
    /// @throws IllegalArgumentException when its class was never registered above
    public static MessageType<?> of(Object message) {
        MessageType<?> type = BY_CLASS.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not a message: " + message.getClass());
        }
        return type;
    }

    private static <T> MessageType<T> catalog(String name, Class<T> javaType) {
        return new MessageType<>("catalog", name, 1, javaType);
    }

    private static <T> MessageType<T> operations(String name, Class<T> javaType) {
        return new MessageType<>("operations", name, 1, javaType);
    }
}
