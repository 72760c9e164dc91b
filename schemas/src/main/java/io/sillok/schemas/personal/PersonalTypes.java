package io.sillok.schemas.personal;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which types hold personal data. Looks at declarations only, so it is asked once per type.
public final class PersonalTypes {

    private PersonalTypes() {}

    /// Whether a component marked [Personal] can be reached from a type through the components of
    /// records, the arguments of generic types and the permitted types of sealed ones.
    ///
    /// @throws IllegalStateException when such a component is not an `Optional`, or its record not
    ///   [AboutPerson]
    public static boolean holdPersonalData(Class<?> type) {
        return reaches(type, new HashSet<>());
    }

    private static boolean reaches(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case Class<?> named -> reaches(named, seen);
            case ParameterizedType generic ->
                    any(Stream.of(generic.getActualTypeArguments()), seen)
                            || reaches(generic.getRawType(), seen);
            case GenericArrayType array -> reaches(array.getGenericComponentType(), seen);
            case WildcardType wildcard -> any(Stream.of(wildcard.getUpperBounds()), seen);
            default -> false;
        };
    }

    private static boolean reaches(Class<?> type, Set<Type> seen) {
        if (type.isArray()) {
            return reaches((Type) type.getComponentType(), seen);
        }
        if (type.isSealed() && any(Stream.of(type.getPermittedSubclasses()), seen)) {
            return true;
        }
        boolean personal = false;
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                personal |= isPersonal(component) || reaches(component.getGenericType(), seen);
            }
        }
        return personal;
    }

    private static boolean any(Stream<? extends Type> types, Set<Type> seen) {
        return types.anyMatch(type -> reaches(type, seen));
    }

    private static boolean isPersonal(RecordComponent component) {
        if (!component.isAnnotationPresent(Personal.class)) {
            return false;
        }
        Class<?> owner = component.getDeclaringRecord();
        if (component.getType() != Optional.class || !AboutPerson.class.isAssignableFrom(owner)) {
            throw new IllegalStateException(
                    "a @Personal component is an Optional of a record that is AboutPerson, unlike "
                            + owner.getName()
                            + "."
                            + component.getName());
        }
        return true;
    }
}
