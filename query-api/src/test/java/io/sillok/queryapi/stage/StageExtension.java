package io.sillok.queryapi.stage;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives every test class the same [Stage], which ends with the last of them, and each its own
/// [Figures], whatever parameters it is run with.
public final class StageExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stage.class || type == Figures.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class
                ? stage(context)
                : figures(context);
    }

    static Stage stage(ExtensionContext context) {
        return store(context).computeIfAbsent(Stage.class, _ -> Stage.open(), Stage.class);
    }

    private static Figures figures(ExtensionContext context) {
        String testClass = context.getRequiredTestClass().getSimpleName();
        return store(context)
                .computeIfAbsent(
                        "figures of " + testClass, _ -> new Figures(testClass), Figures.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL);
    }
}
