package io.sillok.commandapi.catalog.tus;

import io.sillok.platform.blobs.partial.Checksum;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The headers of a tus request, read strictly: a header that is wrong is refused, never guessed.
public record TusHeaders(HttpServletRequest request) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /// The length of the whole upload.
    ///
    /// @throws ProblemException E4002 without one, also when it is to follow later or is the sum of
    ///   other uploads: these extensions are not spoken here
    public long length() {
        refuse(Tus.DEFER_LENGTH, "deferred-length", "the length must be known at the beginning");
        refuse(Tus.CONCAT, "concatenation", "uploads are not put together here");
        return number(Tus.LENGTH);
    }

    /// Where the bytes of the request belong.
    ///
    /// @throws ProblemException E4001 or E4002
    public long offset() {
        return number(Tus.OFFSET);
    }

    /// What is said of the upload, as it stands there; empty when nothing is.
    public String metadata() {
        return only(Tus.METADATA).orElse("");
    }

    /// What the body must be.
    ///
    /// @throws ProblemException E4001 for another algorithm or no digest of it
    public Optional<Checksum> checksum() {
        return only(Tus.CHECKSUM).map(TusChecksums::parse);
    }

    /// The announced length of the body, or -1 when it is not known.
    public long bodyLength() {
        return request.getContentLengthLong();
    }

    /// Whether there is a body. One that is there must be of the protocol's type and not encoded.
    ///
    /// @throws ProblemException E4012
    public boolean hasBody() {
        boolean hasBody = bodyLength() > 0 || isChunked();
        if (hasBody && !Tus.MEDIA_TYPE.equalsIgnoreCase(request.getContentType())) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4012,
                            "unsupported-media-type",
                            "The body must be " + Tus.MEDIA_TYPE + "."));
        }
        only(HttpHeaders.CONTENT_ENCODING)
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .ifPresent(
                        _ -> {
                            throw ProblemException.of(
                                    Problem.of(
                                            ErrorCode.E4012,
                                            "content-encoding-unsupported",
                                            "Send the body without Content-Encoding."));
                        });
        return hasBody;
    }

    private boolean isChunked() {
        return request.getHeader("Transfer-Encoding") != null;
    }

    private long number(String header) {
        String value = only(header).orElseThrow(() -> TusProblems.missing(header));
        if (!NUMBER.matcher(value).matches()) {
            throw TusProblems.malformed(header, "must be a whole number, not negative");
        }
        return Long.parseLong(value);
    }

    private void refuse(String header, String reason, String message) {
        if (only(header).isPresent()) {
            throw TusProblems.wrong(reason + "-unsupported", header, message);
        }
    }

    private Optional<String> only(String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        if (values.size() > 1) {
            throw TusProblems.malformed(header, "must be sent once");
        }
        return values.stream().findFirst().map(String::strip);
    }
}
