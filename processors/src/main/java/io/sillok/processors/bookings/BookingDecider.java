package io.sillok.processors.bookings;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingCommand.Cancel;
import io.sillok.schemas.bookings.BookingCommand.Request;
import io.sillok.schemas.bookings.BookingCommand.Reschedule;
import io.sillok.schemas.bookings.BookingEvent;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.CalendarEvent;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.Rate;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/// The rules of bookings: anyone may book a talent that is free, who booked and administrators may
/// move and cancel it until it begins.
final class BookingDecider implements Decider<BookingCommand, TalentCalendar, CalendarEvent> {

    /// Of one talent at a time; those that are over do not count.
    static final int MOST_BOOKINGS = 2_000;

    @Override
    public Class<BookingCommand> commands() {
        return BookingCommand.class;
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
            CommandEnvelope<BookingCommand> command,
            References references) {
        Actor actor = command.actor();
        Instant now = command.time();
        return switch (command.command()) {
            case Request(var id, var period) -> request(calendar, id, period, actor, now);
            case Reschedule(var id, var period) ->
                    changeable(calendar, id, actor, now)
                            .orElseGet(() -> reschedule(calendar, id, period, now));
            case Cancel(var id) ->
                    changeable(calendar, id, actor, now)
                            .orElseGet(() -> cancel(calendar.find(id).orElseThrow(), actor));
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

    private static Decision<CalendarEvent> request(
            TalentCalendar calendar, BookingId id, Period period, Actor actor, Instant now) {
        Optional<Talent> talent = calendar.inAgency();
        if (talent.isEmpty()) {
            return Decision.reject(ErrorCode.E4008, "talent-not-found", "There is no such talent.");
        }
        if (calendar.find(id).isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "booking-exists", "There is a booking with this id.");
        }
        if (calendar.countAfter(now) >= MOST_BOOKINGS) {
            return Decision.reject(
                    ErrorCode.E4008, "calendar-full", "The talent has too many bookings already.");
        }
        return new PeriodRules(calendar, now)
                .refuse(period, id)
                .<Decision<CalendarEvent>>map(Decision.Rejected::new)
                .orElseGet(() -> confirm(talent.get(), id, period, actor));
    }

    private static Decision<CalendarEvent> confirm(
            Talent talent, BookingId id, Period period, Actor actor) {
        Money rate = talent.pricePerHour();
        return Decision.accept(
                new BookingEvent.Confirmed(
                        id, talent.id(), actor.id(), period, rate, Rate.of(period, rate)));
    }

    private static Decision<CalendarEvent> reschedule(
            TalentCalendar calendar, BookingId id, Period period, Instant now) {
        Booking booking = calendar.find(id).orElseThrow();
        if (booking.period().equals(period)) {
            return Decision.unchanged();
        }
        return new PeriodRules(calendar, now)
                .refuse(period, id)
                .<Decision<CalendarEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new BookingEvent.Rescheduled(
                                                id,
                                                period,
                                                Rate.of(period, booking.pricePerHour()))));
    }

    private static Decision<CalendarEvent> cancel(Booking booking, Actor actor) {
        CancelReason reason =
                booking.booker().equals(actor.id())
                        ? CancelReason.BY_BOOKER
                        : CancelReason.BY_ADMIN;
        return Decision.accept(new BookingEvent.Cancelled(booking.id(), reason));
    }

    /// Why the actor cannot change the booking; empty when they can.
    private static Optional<Decision<CalendarEvent>> changeable(
            TalentCalendar calendar, BookingId id, Actor actor, Instant now) {
        Optional<Booking> booking = calendar.find(id);
        if (booking.isEmpty()) {
            return refuse(
                    ErrorCode.E4007,
                    "booking-not-found",
                    "There is no such booking, or it is over or was cancelled.");
        }
        if (!actor.has(Role.ADMIN) && !booking.get().booker().equals(actor.id())) {
            return refuse(
                    ErrorCode.E4005, "booker-required", "Only who booked or an admin may do this.");
        }
        if (!booking.get().period().start().isAfter(now)) {
            return refuse(
                    ErrorCode.E4008,
                    "booking-begun",
                    "A booking that has begun can no longer be changed.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<CalendarEvent>> refuse(
            ErrorCode code, String reason, String detail) {
        return Optional.of(Decision.reject(code, reason, detail));
    }
}
