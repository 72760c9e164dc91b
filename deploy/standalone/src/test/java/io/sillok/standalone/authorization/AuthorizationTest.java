package io.sillok.standalone.authorization;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.docs.OpenApiDocument;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the table against the resource classes and against what they are described as.
class AuthorizationTest {

    private static final List<String> APIS = List.of("command", "query");
    private static final String EVERY_API = "io.sillok.platform.web";

    private static final List<JavaClass> RESOURCES =
            new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages(EVERY_API, "io.sillok.commandapi", "io.sillok.queryapi")
                            .stream()
                            .filter(type -> type.isAnnotatedWith(Endpoint.PATH))
                            .toList();

    private final AuthorizationTable table = AuthorizationTable.read();

    private static List<JavaClass> resources(String api) {
        return RESOURCES.stream()
                .filter(
                        type ->
                                type.getPackageName().startsWith(EVERY_API)
                                        || type.getPackageName()
                                                .startsWith("io.sillok." + api + "api"))
                .toList();
    }

    @Test
    void saysOfEveryEndpointWhatItsAnnotationsDemand() {
        Map<String, Demand> annotated = new TreeMap<>();
        for (String api : APIS) {
            resources(api).stream()
                    .flatMap(Endpoint::methods)
                    .forEach(
                            method ->
                                    annotated.put(
                                            Endpoint.of(api, method).toString(),
                                            Demand.of(method)));
        }

        assertThat(annotated).isNotEmpty().isEqualTo(demands());
    }

    private Map<String, Demand> demands() {
        return table.rows().stream()
                .collect(toMap(row -> row.endpoint().toString(), AuthorizationTable.Row::demand));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void namesEveryOperationOfTheDescription(String api) throws IOException {
        JsonNode document = document(api);

        assertThat(Operations.of(api, document).map(Endpoint::toString))
                .isNotEmpty()
                .isSubsetOf(table.demands().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void agreesWithTheLocksInTheDescription(String api) throws IOException {
        JsonNode document = document(api);

        assertThat(Operations.of(api, document))
                .allSatisfy(
                        endpoint ->
                                assertThat(Operations.isOpen(document, endpoint))
                                        .as("%s takes no token", endpoint)
                                        .isEqualTo(
                                                demands().get(endpoint.toString())
                                                        instanceof Demand.Nothing));
    }

    private static JsonNode document(String api) throws IOException {
        Set<Class<?>> classes = resources(api).stream().map(JavaClass::reflect).collect(toSet());
        String text = OpenApiDocument.of(ServiceInfo.starting(api, api), classes);
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsSomethingPublicAndSomethingGuarded() {
        Stream<Class<?>> kinds = table.rows().stream().map(row -> row.demand().getClass());

        assertThat(kinds).contains(Demand.Nothing.class, Demand.Token.class, Demand.Right.class);
    }
}
