package io.sillok.queryapi.stage;

import java.util.Base64;

/// The smallest picture there is.
public final class Pictures {

    private Pictures() {}

    public static byte[] png() {
        return Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }
}
