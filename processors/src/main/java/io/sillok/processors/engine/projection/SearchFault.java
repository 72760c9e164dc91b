package io.sillok.processors.engine.projection;

/// OpenSearch is away or did not do what it was asked: the same again may succeed.
public final class SearchFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchFault(String message) {
        super(message);
    }

    public SearchFault(String message, Throwable cause) {
        super(message, cause);
    }
}
