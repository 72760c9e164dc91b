package io.sillok.queryapi.http;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.blobs.BlobFailure;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.engines.Away;
import io.sillok.queryapi.http.ByteRanges.Range;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers with the bytes of a blob: whole, in ranges (RFC 9110, section 14), or not at all when
/// the caller has them. Its entity tag is its hash, so it is a strong one. Thread-safe.
///
/// Bytes are never gathered in memory.
public final class FileAnswer {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final BlobStore blobs;

    public FileAnswer(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// What is answered.
    ///
    /// @param disposition the value of `Content-Disposition`
    /// @param caching the value of `Cache-Control`
    public record File(
            BlobAddress address, long size, String mediaType, String disposition, String caching) {

        String tag() {
            return "\"" + address.sha256() + "\"";
        }
    }

    /// How many bytes a blob has.
    ///
    /// @throws ProblemException when the store does not answer, or has lost the blob
    public long sizeOf(BlobAddress address) {
        try {
            return blobs.find(address).orElseThrow(Away.FILES::problem).size();
        } catch (BlobFailure e) {
            throw Away.FILES.because(e);
        }
    }

    /// The answer to a GET.
    ///
    /// @throws ProblemException when no range asked for exists, or the store does not answer
    public Response of(File file, HttpHeaders headers) {
        if (Known.of(headers.getRequestHeaders()).has(file.address().sha256())) {
            return described(Response.notModified(), file).build();
        }
        return switch (ranges(file, headers)) {
            case ByteRanges.Whole _ ->
                    whole(file).entity(body(file, new Range(0, file.size() - 1))).build();
            case ByteRanges.One(var range) -> part(file, range);
            case ByteRanges.Several(var ranges) -> parts(file, ranges);
            case ByteRanges.Unsatisfiable _ -> throw unsatisfiable(file);
        };
    }

    /// The answer to a HEAD, which knows no ranges (RFC 9110, 14.2) and opens nothing.
    public Response describing(File file, HttpHeaders headers) {
        return Known.of(headers.getRequestHeaders()).has(file.address().sha256())
                ? described(Response.notModified(), file).build()
                : whole(file).build();
    }

    /// Bytes are known by their hash alone, so an `If-Range` with a date never holds.
    private static ByteRanges ranges(File file, HttpHeaders headers) {
        boolean sameBytes =
                Optional.ofNullable(headers.getHeaderString("If-Range"))
                        .map(String::strip)
                        .map(file.tag()::equals)
                        .orElse(true);
        return sameBytes
                ? ByteRanges.parse(
                        Optional.ofNullable(headers.getHeaderString("Range")), file.size())
                : new ByteRanges.Whole();
    }

    private static Response.ResponseBuilder whole(File file) {
        return described(Response.ok(), file)
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size());
    }

    private Response part(File file, Range range) {
        return described(Response.status(206), file)
                .type(file.mediaType())
                .header("Content-Range", range.contentRange(file.size()))
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(body(file, range))
                .build();
    }

    private Response parts(File file, List<Range> ranges) {
        var parts = MultipartRanges.of(file.mediaType(), file.size(), ranges);
        return described(Response.status(206), file)
                .type(parts.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, parts.length())
                .entity((StreamingOutput) out -> parts.write(out, range -> open(file, range)))
                .build();
    }

    /// Opened before the answer begins, so that a store that is away can still be reported.
    private StreamingOutput body(File file, Range range) {
        InputStream bytes = open(file, range);
        return out -> {
            try (bytes) {
                bytes.transferTo(out);
            }
        };
    }

    private InputStream open(File file, Range range) {
        try {
            return blobs.openRange(file.address(), range.first(), range.length());
        } catch (BlobFailure e) {
            throw Away.FILES.because(e);
        }
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, File file) {
        return answer.header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, file.caching())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .header("Accept-Ranges", "bytes");
    }

    private static ProblemException unsatisfiable(File file) {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E4001,
                                "range-not-satisfiable",
                                "The file has " + file.size() + " bytes; ask for some of them."))
                .withStatus(RANGE_NOT_SATISFIABLE)
                .withHeaders(Map.of("Content-Range", "bytes */" + file.size()));
    }
}
