package io.sillok.commandapi.catalog;

import io.sillok.commandapi.catalog.ResumableUploads.Progress;
import io.sillok.commandapi.catalog.tus.Tus;
import io.sillok.platform.blobs.partial.PartialUpload;
import io.sillok.platform.web.Api;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What answers say of an upload, in headers alone: tus has no bodies.
final class UploadAnswers {

    /// The form of dates in HTTP (RFC 9110, section 5.6.7).
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    /// Those of an answered command that its sender needs here too.
    private static final List<String> OF_THE_COMMAND =
            List.of(
                    "Command-Id",
                    "Consistency-Token",
                    "Preference-Applied",
                    HttpHeaders.ETAG,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER);

    private UploadAnswers() {}

    static void describe(ResponseBuilder answer, Progress progress) {
        PartialUpload upload = progress.upload();
        answer.header(Tus.OFFSET, upload.offset());
        if (!upload.isFinished()) {
            answer.header(Tus.EXPIRES, HTTP_DATE.format(upload.expires()));
            return;
        }
        progress.made().ifPresent(made -> copy(made, answer));
        answer.header(Tus.RESULT, Api.BASE + "/" + ResumableUploads.material(upload).subject());
    }

    /// The `Location` of a command that is settled is that of the material, which is said already.
    private static void copy(Response made, ResponseBuilder answer) {
        boolean pending = made.getStatus() == Response.Status.ACCEPTED.getStatusCode();
        for (String header : OF_THE_COMMAND) {
            String value = made.getHeaderString(header);
            if (value != null && (pending || !header.equals(HttpHeaders.LOCATION))) {
                answer.header(header, value);
            }
        }
    }
}
