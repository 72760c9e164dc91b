package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What holds for every body that is read as a whole: it is there, it is not encoded, it is not
/// larger than `limit`. A declared length is believed before the first byte is read.
public final class BodyRules implements ReaderInterceptor {

    private final long limit;

    /// @param limit in bytes
    public BodyRules(long limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (declaredLength(context) > limit) {
            throw tooLarge();
        }
        if (isEncoded(context)) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4012,
                            "content-encoding-unsupported",
                            "Send the body without Content-Encoding."));
        }
        context.setInputStream(new Limited(context.getInputStream()));
        @Nullable Object body = context.proceed();
        if (body == null) {
            throw missing();
        }
        return body;
    }

    private static long declaredLength(ReaderInterceptorContext context) {
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static boolean isEncoded(ReaderInterceptorContext context) {
        List<String> encodings = context.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        return encodings != null && !encodings.stream().allMatch("identity"::equalsIgnoreCase);
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4011,
                        "body-too-large",
                        "The body has more than " + limit + " bytes."));
    }

    static ProblemException missing() {
        return ProblemException.of(
                Problem.of(ErrorCode.E4002, "body-required", "The request needs a body."));
    }

    private final class Limited extends FilterInputStream {

        private long taken;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            taken += more;
            if (taken > limit) {
                throw tooLarge();
            }
        }
    }
}
