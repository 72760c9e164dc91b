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
/// [Public], else a token, and of that what it [Requires]. Found by the service loader.
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
                        requires ->
                                operation.addSecurityItem(
                                        new SecurityRequirement()
                                                .addList(OpenApiDocument.BEARER, words(requires))));
        super.decorateOperation(operation, method, chain);
    }

    private static List<String> words(Requires requires) {
        String role = "role:" + requires.role().word();
        return requires.scope().isEmpty() ? List.of(role) : List.of(role, requires.scope());
    }
}
