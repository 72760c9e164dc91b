package io.sillok.platform.stores.personal;

import io.sillok.schemas.personal.DerivedKeys;
import io.sillok.schemas.personal.PersonKeys;
import java.util.LinkedHashMap;
import java.util.Map;

/// The keys under which personal data travels in commands. They follow from the master key, so an
/// API that writes to no database has them as well.
public final class TransportKeys {

    private static final String PURPOSE = "transport";

    private TransportKeys() {}

    /// The transport keys of an installation. A key that travels is named `t` and the id of the
    /// master key it follows from.
    public static PersonKeys of(MasterKey master) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        master.ids().forEach(id -> secrets.put("t" + id, master.derive(id, PURPOSE)));
        return new DerivedKeys(secrets);
    }
}
