package io.sillok.platform.web.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How something is.
///
/// @param detail one sentence for an operator
public record Health(Status status, String detail) {

    /// From well to not working.
    public enum Status {
        HEALTHY,
        /// Works, and somebody should look at it.
        WARNING,
        UNHEALTHY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Health healthy(String detail) {
        return new Health(Status.HEALTHY, detail);
    }

    public static Health warning(String detail) {
        return new Health(Status.WARNING, detail);
    }

    public static Health unhealthy(String detail) {
        return new Health(Status.UNHEALTHY, detail);
    }
}
