package io.sillok.processors.identity;

import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.identity.User;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.ArrayList;
import java.util.List;

/// What no two accounts have in common. Stateless.
final class UserClaims {

    private static final ClaimKind EMAIL = new ClaimKind("email");
    private static final ClaimKind USERNAME = new ClaimKind("username");
    private static final ClaimKind IDENTITY = new ClaimKind("external-identity");

    private static final Problem EMAIL_TAKEN =
            Problem.of(ErrorCode.E4008, "email-taken", "Another account has this e-mail address.");
    private static final Problem USERNAME_TAKEN =
            Problem.of(ErrorCode.E4008, "username-taken", "Another account has this user name.");
    private static final Problem LINKED_ELSEWHERE =
            Problem.of(
                    ErrorCode.E4008,
                    "identity-linked-elsewhere",
                    "Another account has this identity.");

    private UserClaims() {}

    static List<Claim> of(User user) {
        List<Claim> claims = new ArrayList<>();
        user.email().ifPresent(email -> claims.add(Claim.ofEmail(EMAIL, email, EMAIL_TAKEN)));
        user.username().ifPresent(name -> claims.add(Claim.ofName(USERNAME, name, USERNAME_TAKEN)));
        user.linked()
                .forEach(
                        linked ->
                                claims.add(
                                        new Claim(
                                                IDENTITY,
                                                linked.issuer() + "\n" + linked.subject(),
                                                LINKED_ELSEWHERE)));
        return claims;
    }
}
