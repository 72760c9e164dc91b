package io.sillok.queryapi.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sillok.schemas.envelope.Versioned;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Gives answers a strong entity tag, and answers 304 to whoever has that already (RFC 9110, 8.8.3
/// and 13.1.2). The tag of a resource is its version; that of anything else, such as a part of a
/// list, is a digest of its bytes. What is told as it comes has none.
///
/// Among the filters of answers it is behind those that look at what is answered.
@Priority(Priorities.ENTITY_CODER)
final class EntityTagFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String KNOWN = "io.sillok.known";
    private static final String WHO_ASKS = "Authorization, X-API-Key";
    private static final int DIGEST_BYTES = 16;

    private final ObjectMapper json;

    EntityTagFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(KNOWN, Known.of(request.getHeaders()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() == Status.OK.getStatusCode()
                && answer.hasEntity()
                && !(answer.getEntity() instanceof StreamingOutput)
                && !answer.getHeaders().containsKey(HttpHeaders.ETAG)
                && request.getProperty(KNOWN) instanceof Known known) {
            tag(answer, known);
        }
    }

    private void tag(ContainerResponseContext answer, Known known) {
        String tag = tagOf(answer);
        answer.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + tag + "\"");
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Known.REVALIDATED);
        answer.getHeaders().add(HttpHeaders.VARY, WHO_ASKS);
        if (known.has(tag)) {
            answer.setStatusInfo(Status.NOT_MODIFIED);
            answer.setEntity(null);
            answer.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    /// Bytes that were made for their digest are also what is sent.
    private String tagOf(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Versioned resource) {
            return Long.toString(resource.version());
        }
        byte[] bytes = bytes(answer.getEntity());
        answer.setEntity(bytes, answer.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        return digest(bytes);
    }

    private byte[] bytes(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
