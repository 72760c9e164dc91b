package io.sillok.platform.web.docs;

import io.sillok.platform.web.access.Demands;
import io.sillok.platform.web.access.Requires;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;

/// Says in the OpenAPI document what every operation demands of its caller: nothing when it is
/// [Public], else a token or an API key, and of that what it [Requires]. Found by the service
/// loader.
public final class DemandsAreDescribed extends AbstractOpenAPIExtension {

    @Override
    public void decorateOperation(
            Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        Demands demands = Demands.of(method, method.getDeclaringClass());
        if (demands.isOpen()) {
            operation.addSecurityItem(new SecurityRequirement());
        }
        demands.requires()
                .ifPresent(
                        requires -> {
                            require(operation, OpenApiDocument.BEARER, requires);
                            require(operation, OpenApiDocument.API_KEY, requires);
                        });
        super.decorateOperation(operation, method, chain);
    }

    private static void require(Operation operation, String scheme, Requires requires) {
        operation.addSecurityItem(new SecurityRequirement().addList(scheme, words(requires)));
    }

    private static List<String> words(Requires requires) {
        String role = "role:" + requires.role().word();
        return requires.scope().isEmpty() ? List.of(role) : List.of(role, requires.scope());
    }
}
