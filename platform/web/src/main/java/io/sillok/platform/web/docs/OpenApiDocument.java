package io.sillok.platform.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.problems.ProblemDocument;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.wire.Json;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The OpenAPI 3.1 description of a service, read from its resource classes. What all resources
/// share is added here: how to authenticate, and every problem that can be answered.
public final class OpenApiDocument {

    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";

    private OpenApiDocument() {}

    /// The document as JSON, as the resources alone describe it.
    public static String of(ServiceInfo service, Set<Class<?>> resources) {
        return of(service, resources, _ -> {});
    }

    /// The document as JSON.
    ///
    /// @param shared adds what all resources of the service share
    public static String of(
            ServiceInfo service, Set<Class<?>> resources, Consumer<OpenAPI> shared) {
        var resolver = new ModelResolver(mapper()).openapi31(true);
        ModelConverters.getInstance(true).addConverter(resolver);
        var configuration = new SwaggerConfiguration().openAPI(skeleton(service)).openAPI31(true);
        tellExtensions(configuration);
        OpenAPI document = new Reader(configuration).read(resources);
        document.setSpecVersion(SpecVersion.V31);
        document.setOpenapi("3.1.0");
        shared.accept(document);
        addProblems(document);
        return Json31.pretty(document);
    }

    /// The reader tells the version only to the first extension of the chain.
    private static void tellExtensions(SwaggerConfiguration configuration) {
        for (OpenAPIExtension extension : OpenAPIExtensions.getExtensions()) {
            extension.setOpenAPI31(true);
            extension.setConfiguration(configuration.toConfiguration());
        }
    }

    private static ObjectMapper mapper() {
        return Json.dialect().build();
    }

    private static OpenAPI skeleton(ServiceInfo service) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title(service.title())
                                .version(service.release().version())
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT (ES256)"))
                                .addSecuritySchemes(
                                        API_KEY,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.HEADER)
                                                .name("X-API-Key")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(API_KEY));
    }

    private static void addProblems(OpenAPI document) {
        ModelConverters.getInstance(true)
                .readAll(ProblemDocument.class)
                .forEach(document.getComponents()::addSchemas);
        Map<Integer, String> byStatus =
                Arrays.stream(ErrorCode.values())
                        .collect(
                                Collectors.toMap(
                                        ErrorCode::status,
                                        OpenApiDocument::described,
                                        (one, other) -> one + " · " + other,
                                        TreeMap::new));
        byStatus.forEach(
                (status, text) ->
                        document.getComponents().addResponses("Problem" + status, problem(text)));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> refer(operation, byStatus.keySet()));
    }

    private static String described(ErrorCode code) {
        return code + " " + code.title();
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        ProblemDocument.MEDIA_TYPE,
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/Problem"))));
    }

    private static void refer(Operation operation, Set<Integer> statuses) {
        for (int status : statuses) {
            operation
                    .getResponses()
                    .putIfAbsent(
                            Integer.toString(status),
                            new ApiResponse().$ref("#/components/responses/Problem" + status));
        }
    }
}
