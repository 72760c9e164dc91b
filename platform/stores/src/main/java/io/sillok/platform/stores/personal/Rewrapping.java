package io.sillok.platform.stores.personal;

import io.sillok.platform.stores.personal.PersonKeyStore.Owned;
import io.sillok.platform.stores.personal.PersonKeyStore.Stored;
import java.util.List;

/// Wraps every key by the newest master key, some at a time.
record Rewrapping(PersonKeyStore store, MasterKey master) {

    private static final int BATCH = 500;

    int run() {
        int all = 0;
        List<Owned> batch = next();
        while (!batch.isEmpty()) {
            for (Owned key : batch) {
                // no row changes when it was destroyed or rewrapped meanwhile
                all += store.replace(key, rewrapped(key)) ? 1 : 0;
            }
            batch = next();
        }
        return all;
    }

    private List<Owned> next() {
        return store.wrappedByOthers(master.ids().getFirst(), BATCH);
    }

    private MasterKey.Wrapped rewrapped(Owned key) {
        Stored stored = key.stored();
        String context = PersonKeyVault.context(key.person(), stored.id());
        return master.wrap(master.unwrap(stored.wrapped(), context), context);
    }
}
