package io.sillok.processors.generation.model;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionUsage;
import io.sillok.schemas.generation.Usage;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;

/// An endpoint that speaks OpenAI's chat completions, called through OpenAI's own library. Neither
/// retries nor timeouts of the library are used, but for that of the connection: whether another
/// try is right depends on what was passed on already. Thread-safe.
final class OpenAiEndpoint implements AutoCloseable {

    private static final Duration NEVER = Duration.ZERO;
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final OpenAIClient client;

    OpenAiEndpoint(ModelSettings settings) {
        this.client =
                OpenAIOkHttpClient.builder()
                        .baseUrl(settings.endpoint().toString())
                        .apiKey(settings.key())
                        .maxRetries(0)
                        .maxIdleConnections(settings.calls())
                        .keepAliveDuration(KEPT)
                        .logLevel(LogLevel.OFF)
                        .timeout(
                                Timeout.builder()
                                        .connect(settings.patience().connection())
                                        .read(NEVER)
                                        .write(settings.patience().firstToken())
                                        .request(NEVER)
                                        .build())
                        .build();
    }

    /// Asks, and tells every piece of the answer, the last of which is [Piece.Ended] or
    /// [Piece.Broken]. Returns when the answer is over or the thread is interrupted.
    void stream(String model, ModelRequest request, Consumer<Piece> pieces) {
        try (StreamResponse<ChatCompletionChunk> response =
                client.chat().completions().createStreaming(params(model, request))) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            while (chunks.hasNext()) {
                tell(chunks.next(), pieces);
            }
            pieces.accept(new Piece.Ended());
        } catch (RuntimeException e) {
            pieces.accept(new Piece.Broken(Faults.of(e)));
        }
    }

    private static void tell(ChatCompletionChunk chunk, Consumer<Piece> pieces) {
        for (Choice choice : chunk.choices()) {
            choice.delta()
                    .content()
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> pieces.accept(new Piece.Text(text)));
            choice.finishReason().ifPresent(reason -> pieces.accept(end(reason)));
        }
        chunk.usage().ifPresent(usage -> count(chunk, usage, pieces));
    }

    private static Piece end(Choice.FinishReason reason) {
        return reason.equals(Choice.FinishReason.CONTENT_FILTER)
                ? new Piece.Broken(new ModelFault.Withheld())
                : new Piece.Finished();
    }

    private static void count(
            ChatCompletionChunk chunk, CompletionUsage usage, Consumer<Piece> pieces) {
        pieces.accept(new Piece.Named(chunk.model()));
        pieces.accept(
                new Piece.Counted(
                        new Usage(usage.promptTokens(), usage.completionTokens(), false)));
    }

    private static ChatCompletionCreateParams params(String model, ModelRequest request) {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder()
                        .model(model)
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build());
        request.messages().forEach(message -> add(message, params));
        request.parameters().temperature().ifPresent(params::temperature);
        request.parameters().maxTokens().ifPresent(most -> params.maxCompletionTokens(most));
        return params.build();
    }

    private static void add(Message message, ChatCompletionCreateParams.Builder params) {
        ChatCompletionCreateParams.Builder _ =
                switch (message.speaker()) {
                    case SYSTEM -> params.addSystemMessage(message.text());
                    case USER -> params.addUserMessage(message.text());
                    case ASSISTANT -> params.addAssistantMessage(message.text());
                };
    }

    @Override
    public void close() {
        client.close();
    }
}
