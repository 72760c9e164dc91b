package io.sillok.standalone.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Passwords that nobody guesses and anybody can type: some 110 random bits in letters and digits
/// that look like nothing else, in groups, with all that the rules of passwords ask for.
public final class RandomPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 4;
    private static final int IN_A_GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    /// A new one.
    public static String next() {
        String password = drawn();
        while (!hasAll(password)) {
            password = drawn();
        }
        return password;
    }

    private static String drawn() {
        return RANDOM.ints((long) GROUPS * IN_A_GROUP, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{5})(?=.)", "$1-");
    }

    private static boolean hasAll(String password) {
        return password.chars().anyMatch(Character::isUpperCase)
                && password.chars().anyMatch(Character::isLowerCase)
                && password.chars().anyMatch(Character::isDigit);
    }
}
