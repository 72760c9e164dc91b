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
import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
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
                    command("create-category", CategoryCommand.Create.class),
                    command("rename-category", CategoryCommand.Rename.class),
                    command("archive-category", CategoryCommand.Archive.class),
                    command("receive-material", MaterialCommand.Receive.class),
                    command("edit-material", MaterialCommand.Edit.class),
                    command("withdraw-material", MaterialCommand.Withdraw.class),
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
                    work("scan-material", ScanWork.class),
                    claims(Topics.COMMANDS, "reserve-claim", ClaimCommand.Reserve.class),
                    claims(Topics.COMMANDS, "confirm-claim", ClaimCommand.Confirm.class),
                    claims(Topics.COMMANDS, "release-claim", ClaimCommand.Release.class),
                    claims(Topics.COMMANDS, "answer-claim", ClaimAnswer.class),
                    claims(Topics.EVENTS, "claim-reserved", ClaimEvent.Reserved.class),
                    claims(Topics.EVENTS, "claim-confirmed", ClaimEvent.Confirmed.class),
                    claims(Topics.EVENTS, "claim-released", ClaimEvent.Released.class),
                    claims(Topics.EVENTS, "claim-expired", ClaimEvent.Expired.class),
                    operations(Topics.EVENTS, "command-settled", CommandSettled.class),
                    operations(List.of(Topics.DEAD_LETTERS), "dead-letter", DeadLetter.class));

    private static final Map<String, MessageType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(MessageType::ceType, Function.identity()));

    private static final Map<Class<?>, MessageType<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toMap(MessageType::javaType, Function.identity()));

    private MessageTypes() {}

    public static Optional<MessageType<?>> named(String ceType) {
        return Optional.ofNullable(BY_NAME.get(ceType));
    }

    /// The types whose messages stand on a topic.
    public static List<MessageType<?>> on(Topic topic) {
        return ALL.stream().filter(type -> type.topics().contains(topic)).toList();
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

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return catalog(Topics.CATALOG_COMMANDS, name, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return catalog(Topics.CATALOG_EVENTS, name, javaType);
    }

    private static <T> MessageType<T> work(String name, Class<T> javaType) {
        return catalog(Topics.WORK_SCANS, name, javaType);
    }

    private static <T> MessageType<T> catalog(Topic topic, String name, Class<T> javaType) {
        return new MessageType<>(List.of(topic), "catalog", name, 1, javaType);
    }

    /// Claims are a part of every context, on the topics of each.
    private static <T> MessageType<T> claims(List<Topic> topics, String name, Class<T> javaType) {
        return new MessageType<>(topics, "claims", name, 1, javaType);
    }

    private static <T> MessageType<T> operations(
            List<Topic> topics, String name, Class<T> javaType) {
        return new MessageType<>(topics, "operations", name, 1, javaType);
    }
}
