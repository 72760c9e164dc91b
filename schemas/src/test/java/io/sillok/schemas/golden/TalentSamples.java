package io.sillok.schemas.golden;

import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import java.util.List;
import java.util.Optional;

/// Commands and events of talents.
final class TalentSamples {

    static final TalentId TALENT = TalentId.parse("5d1c7be0-93aa-8f21-8000-000000000000");

    private static final Subject SUBJECT = TALENT.subject();
    private static final BoundaryKey KEY = TALENT.key();
    private static final String NAME = "김하늘 ✨";
    private static final String TEXT = "런웨이와 화보, 경력 7년.\nFluent in English.";
    private static final Money PRICE = Rate.perHour(150_000);
    private static final Optional<String> PHONE = Optional.of("010-1234-5678");

    private TalentSamples() {}

    static List<Sample> all() {
        return List.of(
                command("full", new TalentCommand.Add(TALENT, NAME, TEXT, PRICE, PHONE, true)),
                bare(new TalentCommand.Add(TALENT, NAME, TEXT, PRICE, Optional.empty(), true)),
                command("full", new TalentCommand.Change(TALENT, NAME, TEXT, PRICE, PHONE, false)),
                bare(new TalentCommand.Change(TALENT, NAME, TEXT, PRICE, Optional.empty(), false)),
                command("full", new TalentCommand.Withdraw(TALENT)),
                event("full", new TalentEvent.Added(TALENT, NAME, TEXT, PRICE, PHONE, true)),
                event(
                        "bare",
                        new TalentEvent.Added(TALENT, NAME, TEXT, PRICE, Optional.empty(), true)),
                event("full", new TalentEvent.Changed(TALENT, NAME, TEXT, PRICE, PHONE, false)),
                event(
                        "bare",
                        new TalentEvent.Changed(
                                TALENT, NAME, TEXT, PRICE, Optional.empty(), false)),
                event("full", new TalentEvent.Withdrawn(TALENT)));
    }

    private static Sample command(String name, TalentCommand command) {
        return Given.full(name, KEY, SUBJECT, command);
    }

    private static Sample bare(TalentCommand command) {
        return Given.bare("bare", KEY, SUBJECT, command);
    }

    private static Sample event(String name, TalentEvent event) {
        return Given.event(name, KEY, SUBJECT, event);
    }
}
