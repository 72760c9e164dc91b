package io.sillok.processors.bookings;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentCommand.Add;
import io.sillok.schemas.bookings.TalentCommand.Change;
import io.sillok.schemas.bookings.TalentCommand.Withdraw;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of talents: administrators add, change and withdraw them. It shares its state with the
/// rules of bookings, because a withdrawn talent has no bookings to come.
final class TalentDecider implements Decider<TalentCommand, TalentCalendar, CalendarEvent> {

    @Override
    public Class<TalentCommand> commands() {
        return TalentCommand.class;
    }

    @Override
    public Class<TalentCalendar> states() {
        return TalentCalendar.class;
    }

    @Override
    public Class<CalendarEvent> events() {
        return CalendarEvent.class;
    }

    @Override
    public TalentCalendar initial() {
        return TalentCalendar.EMPTY;
    }

    @Override
    public Decision<CalendarEvent> decide(
            TalentCalendar calendar,
            CommandEnvelope<TalentCommand> command,
            References references) {
        if (!command.actor().has(Role.ADMIN)) {
            return Decision.reject(
                    ErrorCode.E4005, "admin-required", "Only an administrator may do this.");
        }
        return switch (command.command()) {
            case Add add -> add(calendar, add);
            case Change change -> change(calendar, change);
            case Withdraw(var talent) -> withdraw(calendar, talent, command.time());
        };
    }

    @Override
    public TalentCalendar evolve(TalentCalendar calendar, EventEnvelope<CalendarEvent> event) {
        return calendar.after(event);
    }

    @Override
    public Subject subject(CalendarEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(TalentCalendar calendar, Subject subject) {
        return calendar.represent(subject);
    }

    private static Decision<CalendarEvent> add(TalentCalendar calendar, Add command) {
        if (calendar.talent().isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "talent-exists", "There is a talent with this id.");
        }
        return new Portrait(
                        command.name(),
                        command.description(),
                        command.pricePerHour(),
                        command.phone())
                .refusal()
                .<Decision<CalendarEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(added(command)));
    }

    private static TalentEvent added(Add command) {
        return new TalentEvent.Added(
                command.talent(),
                command.name(),
                command.description(),
                command.pricePerHour(),
                command.phone(),
                command.available());
    }

    private static Decision<CalendarEvent> change(TalentCalendar calendar, Change command) {
        Optional<Talent> talent = calendar.inAgency();
        if (talent.isEmpty()) {
            return notFound();
        }
        if (isSame(talent.get(), command)) {
            return Decision.unchanged();
        }
        return new Portrait(
                        command.name(),
                        command.description(),
                        command.pricePerHour(),
                        command.phone())
                .refusal()
                .<Decision<CalendarEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(changed(command)));
    }

    private static boolean isSame(Talent talent, Change command) {
        return talent.name().equals(command.name())
                && talent.description().equals(command.description())
                && talent.pricePerHour().equals(command.pricePerHour())
                && talent.phone().equals(command.phone())
                && talent.available() == command.available();
    }

    private static TalentEvent changed(Change command) {
        return new TalentEvent.Changed(
                command.talent(),
                command.name(),
                command.description(),
                command.pricePerHour(),
                command.phone(),
                command.available());
    }

    private static Decision<CalendarEvent> withdraw(
            TalentCalendar calendar, TalentId talent, Instant now) {
        if (calendar.inAgency().isEmpty()) {
            return notFound();
        }
        List<CalendarEvent> events = new ArrayList<>();
        events.add(new TalentEvent.Withdrawn(talent));
        events.addAll(WhenTalentWithdrawnThenCancelBookings.in(calendar, now));
        return new Decision.Accepted<>(events);
    }

    private static Decision<CalendarEvent> notFound() {
        return Decision.reject(ErrorCode.E4007, "talent-not-found", "There is no such talent.");
    }
}
