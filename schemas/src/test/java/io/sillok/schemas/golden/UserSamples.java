package io.sillok.schemas.golden;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands, events and credentials of people's accounts.
final class UserSamples {

    private static final UserId USER = IdentityGiven.USER;
    private static final Optional<String> EMAIL = Optional.of("하나@예시.한국");
    private static final Optional<String> USERNAME = Optional.of("Hana.Kim_1");
    private static final Optional<String> NAME = Optional.of("김하나 👩‍💻");
    private static final Optional<String> HASH =
            Optional.of(
                    "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$"
                            + "AAECAwQ".repeat(6)
                            + "A");
    private static final Optional<ExternalIdentity> IDENTITY =
            Optional.of(new ExternalIdentity("https://accounts.example.com", "1122334455"));
    private static final Optional<CodingProfile> PROFILE =
            Optional.of(
                    new CodingProfile(
                            SkillLevel.ADVANCED,
                            OutputStructure.MINIMAL,
                            ExplanationStyle.DETAILED));

    private UserSamples() {}

    static List<Sample> all() {
        return Stream.of(commands(), events(), credentials()).flatMap(List::stream).toList();
    }

    private static List<Sample> commands() {
        return List.of(
                full("full", new UserCommand.Register(USER, EMAIL, USERNAME, NAME, HASH)),
                full(
                        "unnamed",
                        new UserCommand.Register(USER, EMAIL, USERNAME, Optional.empty(), HASH)),
                full(
                        "full",
                        new UserCommand.RegisterExternal(USER, EMAIL, USERNAME, NAME, IDENTITY)),
                full(
                        "without-email",
                        new UserCommand.RegisterExternal(
                                USER, Optional.empty(), USERNAME, Optional.empty(), IDENTITY)),
                full("full", new UserCommand.LinkExternal(USER, IDENTITY)),
                full("full", new UserCommand.ChangeDetails(USER, EMAIL, USERNAME, NAME)),
                full("full", new UserCommand.ChangeProfile(USER, PROFILE)),
                full(
                        "full",
                        new UserCommand.ChangePassword(
                                USER, HASH, Optional.of(IdentityGiven.SESSION))),
                full(
                        "without-session",
                        new UserCommand.ChangePassword(USER, HASH, Optional.empty())),
                full("full", new UserCommand.Rehash(USER, HASH, 7)),
                full(
                        "full",
                        new UserCommand.Administer(
                                USER,
                                Optional.of(List.of(Role.ADMIN, Role.USER)),
                                Optional.of(false))),
                full(
                        "of-nothing",
                        new UserCommand.Administer(USER, Optional.empty(), Optional.empty())),
                full("full", new UserCommand.Erase(USER)));
    }

    private static List<Sample> events() {
        return List.of(
                event(
                        "full",
                        new UserEvent.Registered(
                                USER, EMAIL, USERNAME, NAME, List.of(Role.USER), true)),
                event(
                        "without-email",
                        new UserEvent.Registered(
                                USER,
                                Optional.empty(),
                                USERNAME,
                                Optional.empty(),
                                List.of(Role.USER),
                                false)),
                event("full", new UserEvent.ExternalLinked(USER, IDENTITY)),
                event("full", new UserEvent.DetailsChanged(USER, EMAIL, USERNAME, NAME)),
                event("full", new UserEvent.ProfileChanged(USER, PROFILE)),
                event(
                        "full",
                        new UserEvent.PasswordChanged(USER, Optional.of(IdentityGiven.SESSION))),
                event("without-session", new UserEvent.PasswordChanged(USER, Optional.empty())),
                event("full", new UserEvent.PasswordRehashed(USER)),
                event("full", new UserEvent.RolesChanged(USER, List.of(Role.USER, Role.EDITOR))),
                event("full", new UserEvent.Deactivated(USER)),
                event("full", new UserEvent.Reactivated(USER)),
                event("full", new UserEvent.Erased(USER)));
    }

    private static List<Sample> credentials() {
        return List.of(
                IdentityGiven.kept("full", new Credential.Password(USER, HASH)),
                IdentityGiven.kept("erased", new Credential.Password(USER, Optional.empty())));
    }

    private static Sample full(String name, UserCommand command) {
        return Given.full(name, command.key(), command.subject(), command);
    }

    private static Sample event(String name, UserEvent event) {
        return Given.event(name, BoundaryKey.of(event.subject()), event.subject(), event);
    }
}
