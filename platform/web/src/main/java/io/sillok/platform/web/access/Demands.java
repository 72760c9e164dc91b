package io.sillok.platform.web.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;

/// What a resource method demands of its caller: what its own annotations say, else those of its
/// class. One of which nothing is said demands a valid token.
///
/// @param isOpen answers anybody
/// @param requires what a token must have
public record Demands(boolean isOpen, Optional<Requires> requires) {

    public static Demands of(Method method, Class<?> resource) {
        return says(method) ? in(method) : in(resource);
    }

    private static boolean says(Method method) {
        return method.isAnnotationPresent(Public.class)
                || method.isAnnotationPresent(Requires.class);
    }

    private static Demands in(AnnotatedElement place) {
        Optional<Requires> requires = Optional.ofNullable(place.getAnnotation(Requires.class));
        return new Demands(requires.isEmpty() && place.isAnnotationPresent(Public.class), requires);
    }
}
