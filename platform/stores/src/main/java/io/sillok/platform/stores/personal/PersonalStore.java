package io.sillok.platform.stores.personal;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.schemas.personal.PersonalKeys;
import java.nio.file.Path;

/// All keys of one service: the master key, and the vault with a few connections of its own, so
/// that waiting for a key is never waiting behind other statements. Thread-safe.
///
/// @param vault for erasing
/// @param keys for everything else
public record PersonalStore(Postgres postgres, PersonKeyVault vault, PersonalKeys keys)
        implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    /// Opens the vault; connects when it is first needed.
    ///
    /// @param masterKey file, see [FileMasterKey#in]
    public static PersonalStore open(PostgresSettings settings, Path masterKey) {
        MasterKey master = FileMasterKey.in(masterKey);
        Postgres postgres = Postgres.open(settings, "person-keys", CONNECTIONS);
        PersonKeyVault vault = new PersonKeyVault(postgres, master);
        return new PersonalStore(
                postgres, vault, new PersonalKeys(TransportKeys.of(master), vault));
    }

    @Override
    public void close() {
        postgres.close();
    }
}
