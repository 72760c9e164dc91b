package io.sillok.queryapi.lists;

import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A column that a list can be ordered by.
///
/// @param name in the view
/// @param form of its values
/// @param value of a resource, as text that the database reads as the same value
/// @param <R> a resource of the list
public record Column<R>(String name, Form form, Function<R, String> value) {

    public static <R> Column<R> time(String name, Function<R, Instant> value) {
        return new Column<>(name, Form.TIME, value.andThen(Instant::toString));
    }

    public static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(name, Form.TEXT, value);
    }

    /// A column of numbers.
    ///
    /// @param value in plain decimals, not negative
    public static <R> Column<R> number(String name, Function<R, String> value) {
        return new Column<>(name, Form.NUMBER, value);
    }

    /// What the values of a column are to the database.
    public enum Form {
        TIME("timestamptz", "(?!0000)[0-9]{4}-.*"),
        TEXT("text", "[^\\x00]*"),
        NUMBER("numeric", "[0-9]{1,30}(\\.[0-9]{1,10})?");

        private final String type;
        private final Pattern shape;

        Form(String type, String shape) {
            this.type = type;
            this.shape = Pattern.compile(shape, Pattern.DOTALL);
        }

        String type() {
            return type;
        }

        /// A value that came from a caller, if it is one of this form.
        ///
        /// @throws RuntimeException when it is not
        String checked(String value) {
            if (!shape.matcher(value).matches()) {
                throw new IllegalArgumentException("not a value of this form");
            }
            return this == TIME ? Instant.parse(value).toString() : value;
        }
    }
}
