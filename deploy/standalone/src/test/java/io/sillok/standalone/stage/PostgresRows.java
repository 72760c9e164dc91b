package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.Subject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Reads a view of Postgres whole, apart from the product's own readers.
///
/// @param schema where the views are, `sillok_live`
public record PostgresRows(String url, String user, String password, String schema) {

    /// Every row, by the subject its `id` names; absent columns are left out.
    public Map<Subject, ObjectNode> all(String collection, String query) {
        Map<Subject, ObjectNode> all = new LinkedHashMap<>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.put(
                        new Subject(collection, rows.getObject("id", UUID.class)),
                        CatalogModels.normal(columns(rows)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    /// The one number that a query answers.
    public long number(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setSchema(schema);
        return connection;
    }

    private static Map<String, Object> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Object value = rows.getObject(i);
            if (value != null && !meta.getColumnLabel(i).equals("id")) {
                columns.put(meta.getColumnLabel(i), plain(value));
            }
        }
        return columns;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Timestamp time -> time.toInstant().toString();
            case UUID id -> id.toString();
            default -> value;
        };
    }
}
