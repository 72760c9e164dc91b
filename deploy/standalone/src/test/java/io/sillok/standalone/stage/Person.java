package io.sillok.standalone.stage;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody with an account, as a test knows them. Immutable.
///
/// @param id of the account
public record Person(Stage stage, String id, String email, String username, String password) {

    public static final String REGISTER = "/api/v1/auth/register";
    public static final String LOGIN = "/api/v1/auth/login";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String PASSWORD = "Correct-horse-7";

    /// Somebody nobody has met yet.
    public static Person register(Stage stage) {
        String name = "person" + NUMBERS.incrementAndGet();
        String email = name + "@people.example";
        Answer answer = stage.anonymous().post(REGISTER, body(email, name, PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer);
        }
        return new Person(stage, answer.id(), email, name, PASSWORD);
    }

    /// What one registers with.
    public static Map<String, String> body(String email, String username, String password) {
        return Map.of("email", email, "username", username, "password", password);
    }

    public Answer login() {
        return login(username, password);
    }

    public Answer login(String name, String typed) {
        return stage.anonymous().post(LOGIN, Map.of("username", name, "password", typed));
    }

    /// Their tokens, of a new session.
    public Session signIn() {
        return Session.of(stage, login());
    }

    /// A session as its holder has it.
    public record Session(Stage stage, String accessToken, String refreshToken) {

        public static Session of(Stage stage, Answer answer) {
            if (answer.status() != 200) {
                throw new AssertionError("no tokens: " + answer);
            }
            return new Session(
                    stage,
                    answer.json().path("access_token").asText(),
                    answer.json().path("refresh_token").asText());
        }

        public Client client() {
            return stage.client(accessToken);
        }

        public Answer refresh() {
            return stage.anonymous()
                    .post("/api/v1/auth/refresh", Map.of("refresh_token", refreshToken));
        }

        /// What the query API says to the access token.
        public int statusOfRead() {
            return client().get("/api/v1/auth/me", "Consistency", "strong").status();
        }

        /// What the command API says to it; 400 while it counts, because nothing is asked for.
        public int statusOfCommand() {
            return client().put("/api/v1/users/me/profile", "{}").status();
        }
    }
}
