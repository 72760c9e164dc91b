package io.sillok.standalone.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/// Opens a stage before the tests of a class and closes it after them.
final class StageExtension
        implements BeforeClassTemplateInvocationCallback,
                AfterClassTemplateInvocationCallback,
                ParameterResolver {

    private static final Namespace ROOMS = Namespace.create(EngineRoom.class);

    private final EngineHome home;
    private @Nullable Stage stage;

    StageExtension(EngineHome home) {
        this.home = home;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        Assumptions.assumeTrue(isThere(), "no Docker engine answers");
        String name = context.getRequiredTestClass().getSimpleName();
        String namespace = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        stage = Stage.open(room(context), namespace);
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        if (stage != null) {
            stage.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (stage == null) {
            throw new IllegalStateException("the stage was not opened");
        }
        return stage;
    }

    private EngineRoom room(ExtensionContext context) {
        return context.getRoot()
                .getStore(ROOMS)
                .computeIfAbsent(home, StageExtension::open, EngineRoom.class);
    }

    private static EngineRoom open(EngineHome home) {
        return switch (home) {
            case THIS_MACHINE -> LocalEngineRoom.open(folder());
            case CONTAINERS -> ContainerRoom.open();
        };
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sillok-stage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere() {
        return switch (home) {
            case THIS_MACHINE -> true;
            case CONTAINERS -> DockerClientFactory.instance().isDockerAvailable();
        };
    }
}
