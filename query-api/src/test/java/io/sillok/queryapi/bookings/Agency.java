package io.sillok.queryapi.bookings;

import io.sillok.queryapi.stage.Bulk;
import io.sillok.queryapi.stage.Data;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import io.sillok.schemas.bookings.TalentId;
import java.util.Map;

/// Fills the views of talents and bookings with very many rows, and empties them again. One tenth
/// of the bookings is of one talent, three hours apart and back into the past; all others have an
/// equal share of the rest. Every fifth is cancelled, and five hundred people booked.
final class Agency implements Data {

    /// Who has very many bookings.
    static final TalentId BUSIEST = talent(0);

    private static final String TALENTS =
            """
            insert into talents_v1 (id, version, name, description, price_per_hour, currency,
                                    phone, available, withdrawn, created_at, updated_at)
            select cast(lpad(to_hex(n), 8, '0') || '-0000-8000-8000-000000000000' as uuid), 1,
                   substr('김이박최정강조윤장임', n % 10 + 1, 1) || '하늘 ' || n,
                   'description of ' || n, 10000 + n % 500 * 1000, 'KRW', null, n % 7 <> 0,
                   n % 11 = 10, timestamptz '2026-01-01' + n * interval '1 minute',
                   timestamptz '2026-01-01' + n * interval '1 minute'
              from generate_series(0, :talents - 1) as n
            """;

    private static final String BOOKINGS =
            """
            insert into bookings_v1 (id, version, talent_id, booker, start_at, end_at,
                                     price_per_hour, price, currency, cancel_reason, status,
                                     created_at, updated_at)
            select cast(talent || '-0000-8000-8000-' || lpad(to_hex(i), 12, '0') as uuid), 1,
                   cast(talent || '-0000-8000-8000-000000000000' as uuid),
                   'user-' || (i::bigint * 7919) % 500, start_at, start_at + interval '2 hours',
                   50000, 100000, 'KRW',
                   case when (i + i / 10) % 5 = 0 then 'by-booker' end,
                   case when (i + i / 10) % 5 = 0 then 'cancelled' else 'confirmed' end,
                   timestamptz '2026-01-01' + i * interval '1 second',
                   timestamptz '2026-01-01' + i * interval '1 second'
              from generate_series(1, :bookings) as i,
                   lateral (
                       select lpad(to_hex(case when i % 10 = 0 then 0 else i % :talents end), 8, '0')
                                  as talent,
                              timestamptz '2027-03-01'
                                  + case when i % 10 = 0 then i / 10 * interval '-3 hours'
                                         else (i % 2000 + i / :talents * 3) * interval '1 hour' end
                                  as start_at)
            """;

    static TalentId talent(int number) {
        return TalentId.parse("%08x-0000-8000-8000-000000000000".formatted(number));
    }

    @Override
    public void fill(Scale scale, Stage stage) {
        try (Bulk bulk = Bulk.on(stage.settings().postgres())) {
            bulk.fill("talents_v1", TALENTS, Map.of("talents", scale.talents()));
            bulk.fill(
                    "bookings_v1",
                    BOOKINGS,
                    Map.of("talents", scale.talents(), "bookings", scale.bookings()));
        }
    }

    @Override
    public void empty(Stage stage) {
        try (Bulk bulk = Bulk.on(stage.settings().postgres())) {
            bulk.empty("talents_v1");
            bulk.empty("bookings_v1");
        }
    }
}
