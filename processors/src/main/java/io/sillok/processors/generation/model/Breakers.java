package io.sillok.processors.generation.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A circuit breaker for each model that the settings name, and one for all others together, whose
/// names people choose. Thread-safe.
final class Breakers {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);
    private static final int HALF = 50;
    private static final int PROBES = 2;

    private final Map<String, CircuitBreaker> named;
    private final CircuitBreaker others;

    Breakers(List<String> models, Rest rest) {
        this.named =
                models.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), model -> breaker(model, rest)));
        this.others = breaker("other models", rest);
    }

    CircuitBreaker of(String model) {
        return named.getOrDefault(model, others);
    }

    private static CircuitBreaker breaker(String name, Rest rest) {
        CircuitBreaker breaker =
                CircuitBreaker.of(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(rest.calls())
                                .minimumNumberOfCalls(rest.least())
                                .failureRateThreshold(HALF)
                                .waitDurationInOpenState(rest.pause())
                                .permittedNumberOfCallsInHalfOpenState(PROBES)
                                .recordResult(Breakers::isSick)
                                .build());
        breaker.getEventPublisher()
                .onStateTransition(
                        event ->
                                log.atWarn()
                                        .addKeyValue("model", name)
                                        .addKeyValue("state", event.getStateTransition())
                                        .log("a model's circuit breaker changed"));
        return breaker;
    }

    private static boolean isSick(Object result) {
        return result instanceof ModelResult.Failed failed && failed.fault().isSickness();
    }
}
