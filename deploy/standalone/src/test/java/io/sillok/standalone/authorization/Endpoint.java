package io.sillok.standalone.authorization;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One method on one path of one API.
///
/// @param api `command` or `query`
/// @param method `POST`
/// @param path template: `/api/v1/categories/{id}`
public record Endpoint(String api, String method, String path) {

    static final String PATH = "jakarta.ws.rs.Path";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /// The methods of a resource class that answer requests.
    static Stream<JavaMethod> methods(JavaClass resource) {
        return resource.getMethods().stream().filter(method -> httpMethod(method).isPresent());
    }

    static Endpoint of(String api, JavaMethod method) {
        return new Endpoint(
                api, httpMethod(method).orElseThrow(), path(method.getOwner()) + path(method));
    }

    private static String path(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(PATH)
                .flatMap(path -> path.get("value"))
                .map(Object::toString)
                .orElse("");
    }

    private static Optional<String> httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(METHODS::contains)
                .findFirst();
    }

    @Override
    public String toString() {
        return api + " " + method + " " + path;
    }
}
