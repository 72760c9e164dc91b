package io.sillok.processors.generation.worker;

import io.sillok.schemas.personal.DerivedKeys;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PersonalKeys;
import java.util.Map;

/// Keys of persons that are the same in every process of a test.
final class TestKeys {

    private static final PersonKeys DERIVED = new DerivedKeys(Map.of("1", new byte[32]));

    static final PersonalKeys ALL = new PersonalKeys(DERIVED, DERIVED);

    private TestKeys() {}
}
