package io.sillok.schemas.wire;

import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of identity.
final class IdentityMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    command("register-user", UserCommand.Register.class),
                    command("register-external-user", UserCommand.RegisterExternal.class),
                    command("link-external-identity", UserCommand.LinkExternal.class),
                    command("change-user-details", UserCommand.ChangeDetails.class),
                    command("change-user-profile", UserCommand.ChangeProfile.class),
                    command("change-user-password", UserCommand.ChangePassword.class),
                    command("rehash-user-password", UserCommand.Rehash.class),
                    command("administer-user", UserCommand.Administer.class),
                    command("erase-user", UserCommand.Erase.class),
                    command("open-session", SessionCommand.Open.class),
                    command("refresh-session", SessionCommand.Refresh.class),
                    command("end-session", SessionCommand.End.class),
                    command("restrict-sessions", SessionCommand.Restrict.class),
                    command("attempt-login", LoginCommand.Attempt.class),
                    command("issue-api-key", ApiKeyCommand.Issue.class),
                    command("revoke-api-key", ApiKeyCommand.Revoke.class),
                    command("restrict-api-keys", ApiKeyCommand.Restrict.class),
                    command("conclude-erasure", ErasureCommand.Conclude.class),
                    command("suspend-erasure", ErasureCommand.Suspend.class),
                    command("resume-erasure", ErasureCommand.Resume.class),
                    event("user-registered", UserEvent.Registered.class),
                    event("external-identity-linked", UserEvent.ExternalLinked.class),
                    event("user-details-changed", UserEvent.DetailsChanged.class),
                    event("user-profile-changed", UserEvent.ProfileChanged.class),
                    event("user-password-changed", UserEvent.PasswordChanged.class),
                    event("user-password-rehashed", UserEvent.PasswordRehashed.class),
                    event("user-roles-changed", UserEvent.RolesChanged.class),
                    event("user-deactivated", UserEvent.Deactivated.class),
                    event("user-reactivated", UserEvent.Reactivated.class),
                    event("user-erased", UserEvent.Erased.class),
                    event("session-opened", SessionEvent.Opened.class),
                    event("session-refreshed", SessionEvent.Refreshed.class),
                    event("session-reuse-detected", SessionEvent.ReuseDetected.class),
                    event("session-ended", SessionEvent.Ended.class),
                    event("sessions-restricted", SessionEvent.Restricted.class),
                    event("login-failed", LoginEvent.Failed.class),
                    event("login-locked", LoginEvent.Locked.class),
                    event("login-succeeded", LoginEvent.Succeeded.class),
                    event("api-key-issued", ApiKeyEvent.Issued.class),
                    event("api-key-revoked", ApiKeyEvent.Revoked.class),
                    event("api-keys-restricted", ApiKeyEvent.Restricted.class),
                    event("erasure-concluded", ErasureEvent.Concluded.class),
                    event("erasure-suspended", ErasureEvent.Suspended.class),
                    event("erasure-resumed", ErasureEvent.Resumed.class),
                    work("erase-person", ErasureWork.class),
                    kept("user-password", Credential.Password.class),
                    kept("session-digest", Credential.SessionDigest.class),
                    kept("api-key-digest", Credential.ApiKeyDigest.class));

    private IdentityMessages() {}

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.IDENTITY_COMMANDS), "identity", name, 1, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.IDENTITY_EVENTS), "identity", name, 1, javaType);
    }

    private static <T> MessageType<T> work(String name, Class<T> javaType) {
        return new MessageType<>(List.of(Topics.WORK_ERASURES), "identity", name, 1, javaType);
    }

    private static <T> MessageType<T> kept(String name, Class<T> javaType) {
        return new MessageType<>(
                List.of(Topics.IDENTITY_CREDENTIALS), "identity", name, 1, javaType);
    }
}
