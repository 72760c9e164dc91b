package io.sillok.standalone.stage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Runs a test class once on each kind of engines, with a [Stage] of its own for its constructor.
///
/// The engines are started once for all classes and kept apart by namespaces.
public final class OnEveryEngineHome implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<Invocation> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(EngineHome.values()).map(Invocation::new);
    }

    /// The class on one kind of engines.
    record Invocation(EngineHome home) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return home.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new StageExtension(home));
        }
    }
}
