package io.sillok.processors.catalog;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemCommand.Change;
import io.sillok.schemas.catalog.ItemCommand.Create;
import io.sillok.schemas.catalog.ItemCommand.Remove;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.ItemEvent.Changed;
import io.sillok.schemas.catalog.ItemEvent.Created;
import io.sillok.schemas.catalog.ItemEvent.Removed;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ItemDeciderTest {

    private static final ItemId AIRPODS = new ItemId(new UUID(1, 1));
    private static final Money PRICE = new Money("359000", "KRW");
    private static final Money LESS = new Money("299000", "KRW");
    private static final Optional<String> SAID = Optional.of("새것");
    private static final Actor OWNER = new Actor("owner", Set.of(Role.USER));
    private static final Actor EDITOR = new Actor("editor", Set.of(Role.USER, Role.EDITOR));
    private static final Created CREATED = new Created(AIRPODS, "에어팟", SAID, PRICE, "owner");

    private final DeciderFixture<ItemCommand, ItemState, ItemEvent> fixture =
            DeciderFixture.of(new ItemDecider());

    @Nested
    class CreateItem {

        @Test
        void recordsItWithItsOwner() {
            fixture.by(OWNER).when(new Create(AIRPODS, "에어팟", SAID, PRICE)).thenRecords(CREATED);
        }

        @Test
        void refusesASecondTime() {
            fixture.given(CREATED)
                    .when(new Create(AIRPODS, "에어팟", SAID, PRICE))
                    .thenRejects(ErrorCode.E4008, "item-exists");
        }

        @Test
        void refusesATitleOutOfBounds() {
            fixture.when(new Create(AIRPODS, " ", SAID, PRICE))
                    .thenRejects(ErrorCode.E4001, "title-length");
            fixture.when(new Create(AIRPODS, "가".repeat(201), SAID, PRICE))
                    .thenRejects("title-length");
        }

        @Test
        void refusesALongDescription() {
            fixture.when(new Create(AIRPODS, "t", Optional.of("가".repeat(2_001)), PRICE))
                    .thenRejects(ErrorCode.E4001, "description-length");
        }

        @Test
        void refusesToGiveItAway() {
            fixture.when(new Create(AIRPODS, "t", SAID, new Money("0", "KRW")))
                    .thenRejects(ErrorCode.E4001, "price-not-positive");
            fixture.when(new Create(AIRPODS, "t", SAID, new Money("0.00", "USD")))
                    .thenRejects("price-not-positive");
        }

        @Test
        void refusesAPriceThatNobodyCanPay() {
            fixture.when(new Create(AIRPODS, "t", SAID, new Money("0.5", "KRW")))
                    .thenRejects(ErrorCode.E4001, "price-invalid");
            fixture.when(new Create(AIRPODS, "t", SAID, new Money("1", "QQQ")))
                    .thenRejects("price-invalid");
        }
    }

    @Nested
    class ChangeItem {

        private final Change change = new Change(AIRPODS, "에어팟 프로", Optional.empty(), LESS);
        private final Changed changed = new Changed(AIRPODS, "에어팟 프로", Optional.empty(), LESS);

        @Test
        void recordsItForItsOwner() {
            fixture.given(CREATED).by(OWNER).when(change).thenRecords(changed);
        }

        @Test
        void recordsItForAnAdmin() {
            fixture.given(CREATED).when(change).thenRecords(changed);
        }

        @Test
        void refusesEverybodyElse() {
            fixture.given(CREATED)
                    .by(EDITOR)
                    .when(change)
                    .thenRejects(ErrorCode.E4005, "owner-required");
        }

        @Test
        void refusesAStrangerBeforeItLooksAtWhatTheySay() {
            fixture.given(CREATED)
                    .by(EDITOR)
                    .when(new Change(AIRPODS, "", SAID, PRICE))
                    .thenRejects("owner-required");
        }

        @Test
        void refusesWhatNobodyMaySay() {
            fixture.given(CREATED)
                    .by(OWNER)
                    .when(new Change(AIRPODS, "", SAID, PRICE))
                    .thenRejects("title-length");
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(CREATED)
                    .by(OWNER)
                    .when(new Change(AIRPODS, "에어팟", SAID, PRICE))
                    .thenChangesNothing();
        }

        @Test
        void refusesWhatIsNotThere() {
            fixture.when(change).thenRejects(ErrorCode.E4007, "item-not-found");
            fixture.given(CREATED, new Removed(AIRPODS)).when(change).thenRejects("item-not-found");
        }
    }

    @Nested
    class RemoveItem {

        @Test
        void recordsItForItsOwner() {
            fixture.given(CREATED)
                    .by(OWNER)
                    .when(new Remove(AIRPODS))
                    .thenRecords(new Removed(AIRPODS));
        }

        @Test
        void refusesEverybodyElse() {
            fixture.given(CREATED)
                    .by(EDITOR)
                    .when(new Remove(AIRPODS))
                    .thenRejects(ErrorCode.E4005, "owner-required");
        }

        @Test
        void refusesASecondTime() {
            fixture.given(CREATED, new Removed(AIRPODS))
                    .by(OWNER)
                    .when(new Remove(AIRPODS))
                    .thenRejects(ErrorCode.E4007, "item-not-found");
        }
    }
}
