package io.sillok.schemas.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonalTypesTest {

    record Person(UserId person, @Personal Optional<String> name) implements AboutPerson {}

    record Group(Map<String, List<Person>> members) {}

    sealed interface Choice {
        record Nobody(int count) implements Choice {}

        record Somebody(Optional<Group> group) implements Choice {}
    }

    record Several(Choice[] choices) {}

    record Tree(String name, List<Tree> children) {}

    record Naked(UserId person, @Personal String name) implements AboutPerson {}

    record Nameless(@Personal Optional<String> name) {}

    @Test
    void holdWhatIsMarked() {
        assertThat(PersonalTypes.holdPersonalData(Person.class)).isTrue();
    }

    @Test
    void holdWhatIsFurtherInside() {
        assertThat(PersonalTypes.holdPersonalData(Group.class)).isTrue();
        assertThat(PersonalTypes.holdPersonalData(Choice.class)).isTrue();
        assertThat(PersonalTypes.holdPersonalData(Several.class)).isTrue();
    }

    @Test
    void doNotHoldWhatIsNotMarked() {
        assertThat(PersonalTypes.holdPersonalData(Tree.class)).isFalse();
        assertThat(PersonalTypes.holdPersonalData(Choice.Nobody.class)).isFalse();
        assertThat(PersonalTypes.holdPersonalData(MaterialCommand.class)).isFalse();
        assertThat(PersonalTypes.holdPersonalData(MaterialEvent.class)).isFalse();
    }

    @Test
    void keepTheRulesOfTheMark() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PersonalTypes.holdPersonalData(Naked.class))
                .withMessageContaining("name");
        assertThatIllegalStateException()
                .isThrownBy(() -> PersonalTypes.holdPersonalData(Nameless.class));
    }
}
