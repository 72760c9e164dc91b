package io.sillok.schemas.golden;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.LoginId;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.KeptCodec;
import java.time.Instant;

/// What the samples of identity are about. Never changes, as [Given] does not.
final class IdentityGiven {

    static final UserId USER = UserId.parse("01937b70-1a11-7110-8111-a1b2c3d4e501");
    static final SessionId SESSION = SessionId.parse("01937b70-2b22-7220-9222-b2c3d4e5f602");
    static final ApiKeyId API_KEY = ApiKeyId.parse("01937b70-3c33-7330-a333-c3d4e5f60703");
    static final LoginId LOGIN = LoginId.parse("4d441b2c-5e6f-8a01-b112-d4e5f6071804");
    static final String DIGEST = "0f1e2d3c".repeat(8);
    static final Instant LATER = Instant.parse("2026-12-21T03:04:05.678Z");

    private IdentityGiven() {}

    /// A credential as of the third event of its subject.
    static Sample kept(String name, Credential credential) {
        KeptEnvelope<Object> envelope =
                KeptEnvelope.because(
                        Given.bare(
                                BoundaryKey.of(credential.subject()),
                                credential.subject(),
                                Given.EDITOR,
                                credential),
                        credential.subject(),
                        3,
                        credential);
        return new Sample(
                name, envelope, KeptCodec.encode(envelope, credential.getClass(), Given.KEYS));
    }
}
