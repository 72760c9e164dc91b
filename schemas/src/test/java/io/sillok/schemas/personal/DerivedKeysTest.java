package io.sillok.schemas.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.PersonKeys.Found;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivedKeysTest {

    private static final UserId ADA = new UserId(Ids.named("ada"));
    private static final UserId EVE = new UserId(Ids.named("eve"));
    private static final byte[] PLAIN = {7};
    private static final byte[] HERE = {};

    private final byte[] first = DataKey.randomSecret();
    private final DerivedKeys keys = new DerivedKeys(Map.of("t1", first));

    @Test
    void areTheSameWhoeverDerivesThem() {
        byte[] encrypted = keys.current(ADA).orElseThrow().encrypt(PLAIN, HERE);

        assertThat(found(new DerivedKeys(Map.of("t1", first)), ADA).decrypt(encrypted, HERE))
                .hasValue(PLAIN);
    }

    @Test
    void areOneForEachPerson() {
        byte[] encrypted = keys.current(ADA).orElseThrow().encrypt(PLAIN, HERE);

        assertThat(found(keys, EVE).decrypt(encrypted, HERE)).isEmpty();
    }

    @Test
    void openWhatWasSealedBeforeAnotherSecretCame() {
        Map<String, byte[]> rotated = new LinkedHashMap<>();
        rotated.put("t2", DataKey.randomSecret());
        rotated.put("t1", first);
        byte[] encrypted = keys.current(ADA).orElseThrow().encrypt(PLAIN, HERE);

        DerivedKeys both = new DerivedKeys(rotated);

        assertThat(found(both, ADA).decrypt(encrypted, HERE)).hasValue(PLAIN);
        assertThat(both.current(ADA).orElseThrow().id()).isEqualTo("t2");
    }

    @Test
    void sayWhichSecretIsNotThere() {
        assertThat(keys.find(ADA, "t9")).isEqualTo(new Found.Unknown());
    }

    private static DataKey found(PersonKeys keys, UserId person) {
        return ((Found.Key) keys.find(person, "t1")).key();
    }
}
