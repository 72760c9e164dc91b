package io.sillok.queryapi.bookings;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import java.time.Duration;
import java.util.List;

/// Fills the views of talents and bookings with many rows, and empties them again. Every talent has
/// twenty bookings, three hours apart; every fifth is cancelled, and five hundred people booked.
record Agency(Postgres postgres) implements AutoCloseable {

    static final int BOOKINGS_OF_EACH = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String TALENTS =
            """
            insert into talents_v1 (id, version, name, description, price_per_hour, currency,
                                    phone, available, withdrawn, created_at, updated_at)
            select cast(lpad(to_hex(n), 8, '0') || '-0000-8000-8000-000000000000' as uuid), 1,
                   substr('김이박최정강조윤장임', n % 10 + 1, 1) || '하늘 ' || n,
                   'description of ' || n, 10000 + n % 500 * 1000, 'KRW', null, n % 7 <> 0,
                   n % 11 = 0, timestamptz '2026-01-01' + n * interval '1 minute',
                   timestamptz '2026-01-01' + n * interval '1 minute'
              from generate_series(1, :talents) as n
            """;

    private static final String BOOKINGS =
            """
            insert into bookings_v1 (id, version, talent_id, booker, start_at, end_at,
                                     price_per_hour, price, currency, cancel_reason, status,
                                     created_at, updated_at)
            select cast(lpad(to_hex(n), 8, '0') || '-0000-8000-8000-'
                        || lpad(to_hex(i), 12, '0') as uuid), 1,
                   cast(lpad(to_hex(n), 8, '0') || '-0000-8000-8000-000000000000' as uuid),
                   'user-' || (n * 7 + i) % 500,
                   timestamptz '2027-01-01' + (n % 1000 * 20 + i * 3) * interval '1 hour',
                   timestamptz '2027-01-01' + (n % 1000 * 20 + i * 3 + 2) * interval '1 hour',
                   50000, 100000, 'KRW',
                   case when i % 5 = 0 then 'by-booker' end,
                   case when i % 5 = 0 then 'cancelled' else 'confirmed' end,
                   timestamptz '2026-01-01' + (n * 20 + i) * interval '1 second',
                   timestamptz '2026-01-01' + (n * 20 + i) * interval '1 second'
              from generate_series(1, :talents) as n, generate_series(1, 20) as i
            """;

    static Agency on(PostgresSettings settings) {
        return new Agency(Postgres.open(settings, "agency", 2, PATIENCE));
    }

    void fill(int bookings) {
        int talents = bookings / BOOKINGS_OF_EACH;
        empty();
        for (String statement : List.of(TALENTS, BOOKINGS)) {
            postgres.jdbi()
                    .useHandle(
                            handle -> {
                                int _ =
                                        handle.createUpdate(statement)
                                                .bind("talents", talents)
                                                .execute();
                            });
        }
        run("vacuum analyze talents_v1");
        run("vacuum analyze bookings_v1");
    }

    void empty() {
        run("truncate talents_v1, bookings_v1");
    }

    /// The lines of the plan that the database has for a statement.
    List<String> plan(String statement) {
        return postgres.jdbi()
                .withHandle(
                        handle -> handle.select("explain " + statement).mapTo(String.class).list());
    }

    private void run(String statement) {
        postgres.jdbi().useHandle(handle -> handle.execute(statement));
    }

    @Override
    public void close() {
        empty();
        postgres.close();
    }
}
