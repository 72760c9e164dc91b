package io.sillok.processors.bookings.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;

/// The bookings of a person that are still to come: nobody will be there. What took place, or was
/// cancelled, stays as what the talent did, and names nobody.
public record BookingBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "bookings";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, view());
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres)
                .count(
                        person,
                        """
                        select count(*) as total,
                               count(*) filter (where status = 'confirmed'
                                                  and start_at > now()) as rest
                          from bookings
                         where booker = cast(:person as text)
                        """);
    }

    @Override
    public List<Removal> removals(UserId person) {
        return new PersonRows(postgres)
                        .ids(
                                person,
                                """
                        select id
                          from bookings
                         where booker = cast(:person as text)
                           and status = 'confirmed' and start_at > now()
                         limit 500
                        """)
                        .stream()
                        .map(BookingBelongings::cancel)
                        .toList();
    }

    private static Removal cancel(UUID id) {
        BookingId booking = new BookingId(id);
        return new Removal(
                Topics.BOOKINGS_COMMANDS,
                booking.talent().key(),
                booking.subject(),
                new BookingCommand.Cancel(booking));
    }
}
