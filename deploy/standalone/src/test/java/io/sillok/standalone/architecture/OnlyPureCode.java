package io.sillok.standalone.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Holds for a class that computes and does nothing else: neither it nor what it uses of its own
/// package has a clock, a random source, input, output, a log or a thread.
final class OnlyPureCode extends ArchCondition<JavaClass> {

    private static final Set<String> PACKAGES =
            Set.of(
                    "com.fasterxml.jackson.databind.node",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio.charset",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jsoup",
                    "org.jsoup.nodes",
                    "org.jsoup.safety",
                    "org.jspecify.annotations");

    /// What the engine lets pure code see of itself.
    private static final Set<String> ENGINE =
            Set.of(
                    "io.sillok.processors.engine.Consequence",
                    "io.sillok.processors.engine.Decider",
                    "io.sillok.processors.engine.Decision",
                    "io.sillok.processors.engine.Kept",
                    "io.sillok.processors.engine.Reaction",
                    "io.sillok.processors.engine.ReferenceIndex",
                    "io.sillok.processors.engine.References",
                    "io.sillok.processors.engine.claims.Claim",
                    "io.sillok.processors.engine.projection.LogRecord",
                    "io.sillok.processors.engine.projection.Projection",
                    "io.sillok.processors.engine.projection.Reading",
                    "io.sillok.processors.engine.projection.SubjectEvents",
                    "io.sillok.processors.engine.projection.SubjectKept",
                    "io.sillok.platform.kafka.LogPosition");

    private static final Set<String> IMPURE_CLASSES =
            Set.of(
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.lang.Process",
                    "java.lang.Runtime",
                    "java.time.Clock",
                    "java.util.Random",
                    "java.util.Timer",
                    "java.util.Scanner");
    private static final Set<String> IMPURE_CALLS =
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.nanoTime",
                    "java.util.UUID.randomUUID");

    OnlyPureCode() {
        super("be pure");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<JavaClass> seen = new HashSet<>(Set.of(type));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            checkCalls(next, events);
            for (Dependency dependency : next.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(type.getPackageName())) {
                    if (seen.add(target)) {
                        open.push(target);
                    }
                } else if (!isPure(target)) {
                    events.add(SimpleConditionEvent.violated(next, dependency.getDescription()));
                }
            }
        }
    }

    private static void checkCalls(JavaClass type, ConditionEvents events) {
        for (JavaCall<?> call : type.getMethodCallsFromSelf()) {
            String method = call.getTargetOwner().getFullName() + "." + call.getTarget().getName();
            boolean now = method.startsWith("java.time.") && method.endsWith(".now");
            if (now || IMPURE_CALLS.contains(method)) {
                events.add(SimpleConditionEvent.violated(type, call.getDescription()));
            }
        }
    }

    private static boolean isPure(JavaClass target) {
        String name = target.getPackageName();
        if (IMPURE_CLASSES.contains(target.getFullName())) {
            return false;
        }
        return target.isPrimitive()
                || PACKAGES.contains(name)
                || name.startsWith("io.sillok.schemas")
                || ENGINE.contains(outermost(target).getFullName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(OnlyPureCode::outermost).orElse(type);
    }
}
