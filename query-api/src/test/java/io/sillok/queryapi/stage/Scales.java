package io.sillok.queryapi.stage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.ReflectionSupport;

/// Runs a test class [AtScale].
final class Scales implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(AtScale.class);
    }

    @Override
    public Stream<Invocation> provideClassTemplateInvocationContexts(ExtensionContext context) {
        AtScale asked = context.getRequiredTestClass().getAnnotation(AtScale.class);
        return Scale.asked(asked.usually())
                .map(scale -> new Invocation(scale, ReflectionSupport.newInstance(asked.data())));
    }

    /// The class at one scale.
    record Invocation(Scale scale, Data data)
            implements ClassTemplateInvocationContext,
                    BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback,
                    ParameterResolver {

        @Override
        public String getDisplayName(int invocationIndex) {
            return scale.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            data.fill(scale, StageExtension.stage(context));
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            data.empty(StageExtension.stage(context));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Scale.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return scale;
        }
    }
}
