package io.sillok.schemas.wire;

import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentEvent;
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
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserEvent;
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
                    identity(Topics.IDENTITY_COMMANDS, "register-user", UserCommand.Register.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "register-external-user",
                            UserCommand.RegisterExternal.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "link-external-identity",
                            UserCommand.LinkExternal.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "change-user-details",
                            UserCommand.ChangeDetails.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "change-user-profile",
                            UserCommand.ChangeProfile.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "change-user-password",
                            UserCommand.ChangePassword.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "rehash-user-password",
                            UserCommand.Rehash.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "administer-user",
                            UserCommand.Administer.class),
                    identity(Topics.IDENTITY_COMMANDS, "erase-user", UserCommand.Erase.class),
                    identity(Topics.IDENTITY_COMMANDS, "open-session", SessionCommand.Open.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "refresh-session",
                            SessionCommand.Refresh.class),
                    identity(Topics.IDENTITY_COMMANDS, "end-session", SessionCommand.End.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "restrict-sessions",
                            SessionCommand.Restrict.class),
                    identity(Topics.IDENTITY_COMMANDS, "attempt-login", LoginCommand.Attempt.class),
                    identity(Topics.IDENTITY_COMMANDS, "issue-api-key", ApiKeyCommand.Issue.class),
                    identity(
                            Topics.IDENTITY_COMMANDS, "revoke-api-key", ApiKeyCommand.Revoke.class),
                    identity(
                            Topics.IDENTITY_COMMANDS,
                            "restrict-api-keys",
                            ApiKeyCommand.Restrict.class),
                    identity(Topics.IDENTITY_EVENTS, "user-registered", UserEvent.Registered.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "external-identity-linked",
                            UserEvent.ExternalLinked.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-details-changed",
                            UserEvent.DetailsChanged.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-profile-changed",
                            UserEvent.ProfileChanged.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-password-changed",
                            UserEvent.PasswordChanged.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-password-rehashed",
                            UserEvent.PasswordRehashed.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-roles-changed",
                            UserEvent.RolesChanged.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-deactivated",
                            UserEvent.Deactivated.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "user-reactivated",
                            UserEvent.Reactivated.class),
                    identity(Topics.IDENTITY_EVENTS, "user-erased", UserEvent.Erased.class),
                    identity(Topics.IDENTITY_EVENTS, "session-opened", SessionEvent.Opened.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "session-refreshed",
                            SessionEvent.Refreshed.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "session-reuse-detected",
                            SessionEvent.ReuseDetected.class),
                    identity(Topics.IDENTITY_EVENTS, "session-ended", SessionEvent.Ended.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "sessions-restricted",
                            SessionEvent.Restricted.class),
                    identity(Topics.IDENTITY_EVENTS, "login-failed", LoginEvent.Failed.class),
                    identity(Topics.IDENTITY_EVENTS, "login-locked", LoginEvent.Locked.class),
                    identity(Topics.IDENTITY_EVENTS, "login-succeeded", LoginEvent.Succeeded.class),
                    identity(Topics.IDENTITY_EVENTS, "api-key-issued", ApiKeyEvent.Issued.class),
                    identity(Topics.IDENTITY_EVENTS, "api-key-revoked", ApiKeyEvent.Revoked.class),
                    identity(
                            Topics.IDENTITY_EVENTS,
                            "api-keys-restricted",
                            ApiKeyEvent.Restricted.class),
                    identity(
                            Topics.IDENTITY_CREDENTIALS,
                            "user-password",
                            Credential.Password.class),
                    identity(
                            Topics.IDENTITY_CREDENTIALS,
                            "session-digest",
                            Credential.SessionDigest.class),
                    identity(
                            Topics.IDENTITY_CREDENTIALS,
                            "api-key-digest",
                            Credential.ApiKeyDigest.class),
                    bookings(Topics.BOOKINGS_COMMANDS, "add-talent", TalentCommand.Add.class),
                    bookings(Topics.BOOKINGS_COMMANDS, "change-talent", TalentCommand.Change.class),
                    bookings(
                            Topics.BOOKINGS_COMMANDS,
                            "withdraw-talent",
                            TalentCommand.Withdraw.class),
                    bookings(
                            Topics.BOOKINGS_COMMANDS,
                            "request-booking",
                            BookingCommand.Request.class),
                    bookings(
                            Topics.BOOKINGS_COMMANDS,
                            "reschedule-booking",
                            BookingCommand.Reschedule.class),
                    bookings(
                            Topics.BOOKINGS_COMMANDS,
                            "cancel-booking",
                            BookingCommand.Cancel.class),
                    bookings(Topics.BOOKINGS_EVENTS, "talent-added", TalentEvent.Added.class),
                    bookings(Topics.BOOKINGS_EVENTS, "talent-changed", TalentEvent.Changed.class),
                    bookings(
                            Topics.BOOKINGS_EVENTS,
                            "talent-withdrawn",
                            TalentEvent.Withdrawn.class),
                    bookings(
                            Topics.BOOKINGS_EVENTS,
                            "booking-confirmed",
                            BookingEvent.Confirmed.class),
                    bookings(
                            Topics.BOOKINGS_EVENTS,
                            "booking-rescheduled",
                            BookingEvent.Rescheduled.class),
                    bookings(
                            Topics.BOOKINGS_EVENTS,
                            "booking-cancelled",
                            BookingEvent.Cancelled.class),
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
        return of(message.getClass());
    }

    /// The type of messages of a class.
    ///
    /// @throws IllegalArgumentException when it was never registered above
    static MessageType<?> of(Class<?> message) {
        MessageType<?> type = BY_CLASS.get(message);
        if (type == null) {
            throw new IllegalArgumentException("not a message: " + message);
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

    private static <T> MessageType<T> identity(Topic topic, String name, Class<T> javaType) {
        return new MessageType<>(List.of(topic), "identity", name, 1, javaType);
    }

    private static <T> MessageType<T> bookings(Topic topic, String name, Class<T> javaType) {
        return new MessageType<>(List.of(topic), "bookings", name, 1, javaType);
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
