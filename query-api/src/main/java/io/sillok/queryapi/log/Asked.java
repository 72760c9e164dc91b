package io.sillok.queryapi.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A question that many ask at once: whoever asks gets an answer whose question was put after they
/// asked, and only one question is on its way at any time. Thread-safe.
///
/// So an answer is never older than the request it serves, however many requests there are.
public final class Asked<T> {

    private final Supplier<CompletionStage<T>> question;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean asking;
    private @Nullable CompletableFuture<T> waiting;

    /// A question that nobody has asked yet.
    ///
    /// @param question puts the question and returns at once
    public Asked(Supplier<CompletionStage<T>> question) {
        this.question = question;
    }

    public CompletableFuture<T> ask() {
        CompletableFuture<T> answer;
        lock.lock();
        try {
            if (asking) {
                if (waiting == null) {
                    waiting = new CompletableFuture<>();
                }
                return waiting;
            }
            asking = true;
            answer = new CompletableFuture<>();
        } finally {
            lock.unlock();
        }
        put(answer);
        return answer;
    }

    private void put(CompletableFuture<T> answer) {
        CompletionStage<T> asked;
        try {
            asked = question.get();
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        asked.whenComplete(
                (value, failure) -> {
                    putNext();
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
    }

    private void putNext() {
        CompletableFuture<T> next;
        lock.lock();
        try {
            next = waiting;
            waiting = null;
            asking = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            put(next);
        }
    }
}
