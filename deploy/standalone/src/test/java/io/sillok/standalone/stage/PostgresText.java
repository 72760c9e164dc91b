package io.sillok.standalone.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Everything that an installation keeps in Postgres, as text.
///
/// @param namespace of the installation, with which the names of its schemas begin
public record PostgresText(String url, String user, String password, String namespace) {

    private static final String TABLES =
            """
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
              from information_schema.tables
             where table_type = 'BASE TABLE' and starts_with(table_schema, ?)
             order by 1
            """;

    /// Every row of every table.
    public List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery(
                                        "select t::text from %s as t".formatted(table))) {
                    while (row.next()) {
                        rows.add(table + " " + row.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, namespace + "_");
            try (ResultSet names = statement.executeQuery()) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
        }
        return tables;
    }
}
