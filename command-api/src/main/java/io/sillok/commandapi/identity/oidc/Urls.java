package io.sillok.commandapi.identity.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Which addresses secrets and codes may travel to.
final class Urls {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Urls() {}

    /// True for https, and for http that does not leave this machine.
    static boolean isTrustworthy(URI url) {
        if (url.getScheme() == null
                || url.getHost() == null
                || url.getUserInfo() != null
                || url.getFragment() != null) {
            return false;
        }
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isOnThisMachine(url.getHost());
            default -> false;
        };
    }

    static boolean isOnThisMachine(String host) {
        return THIS_MACHINE.contains(host);
    }
}
