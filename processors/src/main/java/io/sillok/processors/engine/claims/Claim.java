package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.claims.Spelling;
import io.sillok.schemas.problems.Problem;

/// A value that at most one boundary of its context may have: an e-mail address, a user name, the
/// name of a category.
///
/// @param value normalised: two values that people take for the same are equal
/// @param taken what a command is refused with while another boundary has the value
public record Claim(ClaimKind kind, String value, Problem taken) {

    /// The claim to a name: its letters are compared by NFKC in lower case, white space as one
    /// space.
    public static Claim ofName(ClaimKind kind, String name, Problem taken) {
        return new Claim(kind, Spelling.name(name), taken);
    }

    /// The claim to an e-mail address: as a name, and its domain in the ASCII form of IDNA.
    ///
    /// @param address has an `@`, as its decider made sure
    public static Claim ofEmail(ClaimKind kind, String address, Problem taken) {
        return new Claim(kind, Spelling.email(address), taken);
    }

    /// Not the value: it may be personal, and this may be logged.
    @Override
    public String toString() {
        return "Claim[" + kind + "]";
    }
}
