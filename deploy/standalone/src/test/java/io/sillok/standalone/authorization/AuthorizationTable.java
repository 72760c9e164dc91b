package io.sillok.standalone.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `docs/authorization.md`, read.
///
/// @param demands its lines, by the endpoint they are about
public record AuthorizationTable(Map<String, Row> demands) {

    private static final Path FILE = Path.of("..", "..", "docs", "authorization.md");
    private static final Pattern LINE =
            Pattern.compile(
                    "\\| (command|query|both) \\| `([A-Z]+) (/\\S*)` \\| ([^|]+) \\|([^|]*)\\|");

    /// One line of the table.
    public record Row(Endpoint endpoint, Demand demand, String whose) {

        /// Whether the decider of the resource keeps a rule of its own.
        public boolean isDecidedFurther() {
            return whose.contains("(decider)");
        }
    }

    /// The table as it stands in the checkout.
    ///
    /// @throws IllegalStateException when an endpoint is there twice
    public static AuthorizationTable read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            Map<String, Row> rows = new TreeMap<>();
            lines.map(LINE::matcher)
                    .filter(line -> line.matches())
                    .flatMap(
                            line ->
                                    apis(line.group(1)).stream()
                                            .map(
                                                    api ->
                                                            new Row(
                                                                    new Endpoint(
                                                                            api,
                                                                            line.group(2),
                                                                            line.group(3)),
                                                                    Demand.parse(line.group(4)),
                                                                    line.group(5).strip())))
                    .forEach(row -> add(rows, row));
            return new AuthorizationTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Row> rows, Row row) {
        if (rows.put(row.endpoint().toString(), row) != null) {
            throw new IllegalStateException(row.endpoint() + " is in the table twice");
        }
    }

    private static List<String> apis(String word) {
        return word.equals("both") ? List.of("command", "query") : List.of(word);
    }

    public List<Row> rows() {
        return List.copyOf(demands.values());
    }
}
