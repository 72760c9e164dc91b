package io.sillok.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
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
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessageTypesTest {

    static final List<MessageType<?>> ALL = MessageTypes.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void areFoundByTheirReleasedName(MessageType<?> type) {
        assertThat(MessageTypes.named(type.ceType())).containsSame(type);
        assertThat(type.ceType()).matches("io\\.sillok\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void standOnATopic(MessageType<?> type) {
        assertThat(type.topics()).isNotEmpty().isSubsetOf(Topics.ALL);
        assertThat(type.topics())
                .allSatisfy(topic -> assertThat(MessageTypes.on(topic)).contains(type));
    }

    @Test
    void coverEveryCommandAndEvent() {
        Stream<Class<?>> messages =
                Stream.of(
                                BookingCommand.class,
                                BookingEvent.class,
                                TalentCommand.class,
                                TalentEvent.class,
                                CategoryCommand.class,
                                CategoryEvent.class,
                                ClaimCommand.class,
                                ClaimEvent.class,
                                UserCommand.class,
                                UserEvent.class,
                                SessionCommand.class,
                                SessionEvent.class,
                                LoginCommand.class,
                                LoginEvent.class,
                                ApiKeyCommand.class,
                                ApiKeyEvent.class,
                                Credential.class,
                                MaterialCommand.class,
                                MaterialEvent.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));

        assertThat(messages)
                .allSatisfy(
                        message ->
                                assertThat(ALL)
                                        .extracting(MessageType::javaType)
                                        .anyMatch(message::equals));
    }

    @Test
    void settleOnEveryEventsTopic() {
        for (Topic topic : Topics.EVENTS) {
            assertThat(MessageTypes.on(topic))
                    .extracting(MessageType::name)
                    .contains("command-settled");
        }
    }

    @Test
    void refuseWhatIsNoMessage() {
        assertThat(MessageTypes.named("io.sillok.catalog.category-created.v0")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> MessageTypes.of("text"));
    }
}
