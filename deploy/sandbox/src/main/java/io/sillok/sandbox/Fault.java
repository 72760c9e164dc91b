package io.sillok.sandbox;

/// What goes wrong with an answer. In brackets its word among the [Switches].
public sealed interface Fault {

    /// Nothing (`none`).
    record None() implements Fault {}

    /// 429 with `Retry-After` in seconds (`429@7`).
    record Limited(int retryAfter) implements Fault {}

    /// 500 (`500`).
    record Broken() implements Fault {}

    /// 200 with something that is not the protocol (`garbage`).
    record Garbage() implements Fault {}

    /// The protocol, but nothing said (`empty`).
    record Empty() implements Fault {}

    /// The request is taken and never answered (`silent`).
    record Silent() implements Fault {}

    /// Nothing more comes after so many tokens, and the connection stays (`stall@5`).
    record Stall(int after) implements Fault {}

    /// The connection is cut after so many tokens (`cut@5`).
    record Cut(int after) implements Fault {}

    /// Reads one word.
    ///
    /// @throws IllegalArgumentException when there is no such fault
    static Fault parse(String word) {
        int at = word.indexOf('@');
        String name = at < 0 ? word : word.substring(0, at);
        int number = at < 0 ? 1 : Integer.parseInt(word.substring(at + 1));
        return switch (name) {
            case "none" -> new None();
            case "429" -> new Limited(number);
            case "500" -> new Broken();
            case "garbage" -> new Garbage();
            case "empty" -> new Empty();
            case "silent" -> new Silent();
            case "stall" -> new Stall(number);
            case "cut" -> new Cut(number);
            default -> throw new IllegalArgumentException("no fault is called " + word);
        };
    }
}
