package io.sillok.schemas.personal;

import java.util.Optional;

/// No keys at all.
record NoKeys() implements PersonKeys {

    @Override
    public Optional<DataKey> current(UserId person) {
        throw new IllegalStateException("personal data is written with keys only");
    }

    @Override
    public Found find(UserId person, String keyId) {
        return new Found.Withheld();
    }
}
