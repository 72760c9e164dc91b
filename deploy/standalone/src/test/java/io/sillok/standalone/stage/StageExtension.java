package io.sillok.standalone.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/// Opens a stage before the tests of a class and closes it after them.
final class StageExtension
        implements BeforeClassTemplateInvocationCallback,
                AfterClassTemplateInvocationCallback,
                ExecutionCondition,
                ParameterResolver {

    private static final Namespace ROOMS = Namespace.create(EngineRoom.class);
    private static final Namespace STAGES = Namespace.create(Stage.class);

    private final EngineHome home;

    StageExtension(EngineHome home) {
        this.home = home;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return isThere()
                ? ConditionEvaluationResult.enabled("its engines can be started")
                : ConditionEvaluationResult.disabled("no Docker engine answers");
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        if (isThere()) {
            String name = context.getRequiredTestClass().getSimpleName();
            String namespace = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            context.getStore(STAGES).put(home, Stage.open(room(context), namespace));
        }
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        Stage stage = context.getStore(STAGES).remove(home, Stage.class);
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
        Stage stage = context.getStore(STAGES).get(home, Stage.class);
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
