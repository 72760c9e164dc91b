package io.sillok.platform.stores.personal;

import io.sillok.schemas.personal.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The table `person_keys`. Thread-safe.
record PersonKeyStore(Jdbi jdbi) {

    /// A key as it is stored.
    record Stored(String id, MasterKey.Wrapped wrapped) {}

    /// Whose it is.
    record Owned(UserId person, Stored stored) {}

    /// What is known of a person's key.
    sealed interface Row {

        record Kept(Stored key) implements Row {}

        record Destroyed() implements Row {}
    }

    Optional<Row> find(UserId person) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select key_id, master_key, wrapped
                                          from person_keys
                                         where person = :person
                                        """)
                                .bind("person", person.value())
                                .map((row, _) -> row(row))
                                .findOne());
    }

    /// Adds a key; false when there is one, or was.
    boolean insert(UserId person, Stored key) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                insert into person_keys
                                                       (person, key_id, master_key, wrapped)
                                                values (:person, :id, :masterKey, :wrapped)
                                                on conflict (person) do nothing
                                                """)
                                        .bind("person", person.value())
                                        .bind("id", key.id())
                                        .bind("masterKey", key.wrapped().masterKey())
                                        .bind("wrapped", key.wrapped().bytes())
                                        .execute()
                                > 0);
    }

    /// Leaves a row without a key; false when that is what there was.
    boolean destroy(UserId person) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                insert into person_keys as k (person, destroyed_at)
                                                values (:person, now())
                                                on conflict (person) do update
                                                   set key_id = null,
                                                       master_key = null,
                                                       wrapped = null,
                                                       destroyed_at = now()
                                                 where k.destroyed_at is null
                                                """)
                                        .bind("person", person.value())
                                        .execute()
                                > 0);
    }

    List<Owned> wrappedByOthers(String masterKey, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select person, key_id, master_key, wrapped
                                          from person_keys
                                         where master_key <> :masterKey
                                         limit :limit
                                        """)
                                .bind("masterKey", masterKey)
                                .bind("limit", limit)
                                .map((row, _) -> owned(row))
                                .list());
    }

    /// Exchanges what a key is wrapped by; false when the row is no longer what it was.
    boolean replace(Owned key, MasterKey.Wrapped by) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                update person_keys
                                                   set master_key = :masterKey, wrapped = :wrapped
                                                 where person = :person
                                                   and key_id = :id
                                                   and master_key = :before
                                                """)
                                        .bind("masterKey", by.masterKey())
                                        .bind("wrapped", by.bytes())
                                        .bind("person", key.person().value())
                                        .bind("id", key.stored().id())
                                        .bind("before", key.stored().wrapped().masterKey())
                                        .execute()
                                > 0);
    }

    private static Owned owned(ResultSet row) throws SQLException {
        return new Owned(new UserId(row.getObject("person", UUID.class)), stored(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        return row.getString("key_id") == null ? new Row.Destroyed() : new Row.Kept(stored(row));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("key_id"),
                new MasterKey.Wrapped(row.getString("master_key"), row.getBytes("wrapped")));
    }
}
