package io.sillok.schemas.wire;

import io.sillok.schemas.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every message type there is. Adding an event means one line in the list of its context; the
/// golden samples, JSON Schemas and the AsyncAPI document follow from it.
public final class MessageTypes {

    /// All of them.
    public static final List<MessageType<?>> ALL =
            Stream.of(
                            CatalogMessages.ALL,
                            IdentityMessages.ALL,
                            BookingsMessages.ALL,
                            GenerationMessages.ALL,
                            ClaimMessages.ALL,
                            OperationsMessages.ALL)
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableList());

    private static final Map<String, MessageType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(MessageType::ceType, Function.identity()));

    private static final Map<Class<?>, MessageType<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toMap(MessageType::javaType, Function.identity()));

    private MessageTypes() {}

    public static Optional<MessageType<?>> named(String ceType) {
        return Optional.ofNullable(BY_NAME.get(ceType));
    }

    /// The types whose messages stand on a topic.
    public static List<MessageType<?>> on(Topic topic) {
        return ALL.stream().filter(type -> type.topics().contains(topic)).toList();
    }

    /// The type of a message.
    ///
    /// @throws IllegalArgumentException when its class was never registered above
    public static MessageType<?> of(Object message) {
        return of(message.getClass());
    }

    /// The type of messages of a class.
    ///
    /// @throws IllegalArgumentException when it was never registered above
    static MessageType<?> of(Class<?> message) {
        MessageType<?> type = BY_CLASS.get(message);
        if (type == null) {
            throw new IllegalArgumentException("not a message: " + message);
        }
        return type;
    }
}
