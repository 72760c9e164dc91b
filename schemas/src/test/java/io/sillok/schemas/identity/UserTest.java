package io.sillok.schemas.identity;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.envelope.History;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final UserId ID = new UserId(new UUID(1, 1));
    private static final Optional<ExternalIdentity> IDENTITY =
            Optional.of(new ExternalIdentity("https://id.example", "7"));
    private static final Optional<CodingProfile> PROFILE =
            Optional.of(
                    new CodingProfile(
                            SkillLevel.EXPERT, OutputStructure.MINIMAL, ExplanationStyle.BRIEF));
    private static final UserEvent REGISTERED =
            new UserEvent.Registered(
                    ID,
                    Optional.of("ada@example.com"),
                    Optional.of("ada"),
                    Optional.of("Ada"),
                    List.of(Role.USER),
                    true);
    private static final UserEvent DETAILS =
            new UserEvent.DetailsChanged(
                    ID, Optional.of("l@example.com"), Optional.of("love"), Optional.empty());
    private static final List<UserEvent> LIFE =
            List.of(
                    REGISTERED,
                    new UserEvent.ExternalLinked(ID, IDENTITY),
                    DETAILS,
                    new UserEvent.ProfileChanged(ID, PROFILE),
                    new UserEvent.PasswordChanged(ID, Optional.empty()),
                    new UserEvent.PasswordRehashed(ID),
                    new UserEvent.RolesChanged(ID, List.of(Role.USER, Role.ADMIN)),
                    new UserEvent.Deactivated(ID),
                    new UserEvent.Reactivated(ID),
                    new UserEvent.Erased(ID));

    @Test
    void beginsAsItRegistered() {
        assertThat(after(1))
                .isEqualTo(
                        new User(
                                ID,
                                1,
                                Optional.of("ada@example.com"),
                                Optional.of("ada"),
                                Optional.of("Ada"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(Role.USER),
                                true,
                                1,
                                false,
                                time(1),
                                time(1)));
    }

    @Test
    void hasNoPasswordWhenItRegisteredWithoutOne() {
        UserEvent registered =
                new UserEvent.Registered(
                        ID,
                        Optional.empty(),
                        Optional.of("ada"),
                        Optional.empty(),
                        List.of(Role.USER),
                        false);

        assertThat(evolve(Optional.empty(), 1, registered).passwordVersion()).isZero();
    }

    @Test
    void takesWhatIsSaidOfIt() {
        User user = after(4);

        assertThat(user.linked()).containsExactly(IDENTITY.orElseThrow());
        assertThat(user.email()).contains("l@example.com");
        assertThat(user.username()).contains("love");
        assertThat(user.fullName()).isEmpty();
        assertThat(user.profile()).isEqualTo(PROFILE);
        assertThat(user.version()).isEqualTo(4);
        assertThat(user.createdAt()).isEqualTo(time(1));
        assertThat(user.updatedAt()).isEqualTo(time(4));
    }

    @Test
    void knowsWhenItsPasswordWasSet() {
        assertThat(after(4).passwordVersion()).isEqualTo(1);
        assertThat(after(5).passwordVersion()).isEqualTo(5);
        assertThat(after(6).passwordVersion()).isEqualTo(6);
    }

    @Test
    void mayDoWhatItIsAllowedTo() {
        assertThat(after(7).roles()).containsExactly(Role.USER, Role.ADMIN);
        assertThat(after(8).active()).isFalse();
        assertThat(after(9).active()).isTrue();
    }

    @Test
    void isNothingButAnIdWhenItIsErased() {
        assertThat(after(10))
                .isEqualTo(
                        new User(
                                ID,
                                10,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false,
                                0,
                                true,
                                time(1),
                                time(10)));
    }

    @Test
    void isLinkedOnce() {
        User twice = evolve(Optional.of(after(2)), 3, new UserEvent.ExternalLinked(ID, IDENTITY));

        assertThat(twice.linked()).hasSize(1);
    }

    @Test
    void isNotChangedByRepeats() {
        User user = after(LIFE.size());

        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(evolve(Optional.of(user), i + 1, LIFE.get(i))).isSameAs(user);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evolve(Optional.empty(), 2, DETAILS));
    }

    @Test
    void isAnsweredAsAResource() {
        UserResource resource = UserResource.of(after(7));

        assertThat(resource.id()).isEqualTo(ID);
        assertThat(resource.version()).isEqualTo(7);
        assertThat(resource.username()).contains("love");
        assertThat(resource.providers()).contains(List.of("https://id.example"));
        assertThat(resource.roles()).containsExactly(Role.USER, Role.ADMIN);
        assertThat(resource.hasPassword()).isTrue();
    }

    private static User after(int events) {
        Optional<User> user = Optional.empty();
        for (int i = 0; i < events; i++) {
            user = Optional.of(evolve(user, i + 1, LIFE.get(i)));
        }
        return user.orElseThrow();
    }

    private static User evolve(Optional<User> before, long sequence, UserEvent event) {
        return User.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
