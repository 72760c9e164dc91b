package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// What an administrator hears of the erasure of a person.
///
/// @param user the person's id
public record ErasureReports(Client admin, String user) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// How it stands now.
    public JsonNode newest() {
        return admin.get("/api/v1/users/" + user + "/erasure", "Consistency", "strong").json();
    }

    public String status() {
        return newest().path("status").asText();
    }

    /// Waits for it to be like this.
    public void await(String status) {
        Awaitility.await().atMost(PATIENCE).until(() -> status().equals(status));
    }

    /// The lines of the report: what, how much is gone, how much is left.
    public List<String> tallies() {
        List<String> all = new ArrayList<>();
        newest().path("report")
                .path("tallies")
                .forEach(
                        tally ->
                                all.add(
                                        tally.path("what").asText()
                                                + " "
                                                + tally.path("gone").asLong()
                                                + " "
                                                + tally.path("left").asLong()));
        return all;
    }
}
