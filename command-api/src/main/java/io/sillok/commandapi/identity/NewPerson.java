package io.sillok.commandapi.identity;

import io.sillok.commandapi.identity.oidc.ProvenIdentity;
import io.sillok.platform.web.http.Fields;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;

/// Somebody who comes from a provider for the first time, as an account can have them. What the
/// provider says of them and an account could not have is left out.
///
/// @param username made for them; they may change it
record NewPerson(Optional<String> email, String username, Optional<String> fullName) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 5;
    private static final int LONGEST_BEGINNING = 30;

    static NewPerson of(ProvenIdentity identity) {
        Optional<String> email = fitting(identity.email(), AccountRules::email);
        Optional<String> fullName =
                fitting(
                        identity.name(),
                        (fields, name) -> AccountRules.fullName(fields, name).orElse(""));
        return new NewPerson(email, username(email), fullName);
    }

    private static Optional<String> fitting(
            Optional<String> said, BiFunction<Fields, Optional<String>, String> rule) {
        Fields fields = new Fields();
        Optional<String> checked = said.map(text -> rule.apply(fields, Optional.of(text)));
        return fields.areRight() ? checked.filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /// Begins like the address, as far as a user name may, and ends at random, so that it is free.
    private static String username(Optional<String> email) {
        String beginning =
                email.map(address -> address.substring(0, address.lastIndexOf('@')))
                        .map(local -> local.replaceAll("[^A-Za-z0-9._-]", ""))
                        .filter(local -> !local.isEmpty())
                        .orElse("user");
        byte[] end = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(end);
        return beginning.substring(0, Math.min(beginning.length(), LONGEST_BEGINNING))
                + "-"
                + HexFormat.of().formatHex(end);
    }

    /// Says nothing of the person.
    @Override
    public String toString() {
        return "NewPerson";
    }
}
