package io.sillok.commandapi.catalog;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;

/// Why a resumable upload does not go on. The statuses are those of tus.
final class UploadProblems {

    static final String NOT_FOUND = "upload-not-found";

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int GONE = 410;
    private static final int LOCKED = 423;
    private static final int CHECKSUM_MISMATCH = 460;

    private UploadProblems() {}

    static ProblemException notFound() {
        return problem(ErrorCode.E4007, NOT_FOUND, "There is no upload with this id.");
    }

    static ProblemException expired() {
        return problem(ErrorCode.E4007, "upload-expired", "The upload expired; begin another.")
                .withStatus(GONE);
    }

    static ProblemException busy() {
        return problem(
                        ErrorCode.E4008,
                        "upload-busy",
                        "Another request is writing this upload; ask for its offset and go on.")
                .withStatus(LOCKED)
                .withHeaders(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    static ProblemException otherOffset(long offset) {
        return problem(
                ErrorCode.E4008,
                "offset-mismatch",
                "The upload goes on at byte " + offset + ", not where these bytes belong.");
    }

    static ProblemException otherChecksum() {
        return problem(
                        ErrorCode.E4001,
                        "checksum-mismatch",
                        "The bytes are not what Upload-Checksum says; none was kept.")
                .withStatus(CHECKSUM_MISMATCH);
    }

    static ProblemException otherUpload() {
        return problem(
                ErrorCode.E4010,
                "idempotency-key-reused",
                "Another upload was begun under this Idempotency-Key.");
    }

    static ProblemException brokenOff(IOException cause) {
        return problem(
                        ErrorCode.E4001,
                        "body-incomplete",
                        "The body broke off; ask for the offset and go on from there.")
                .because(cause);
    }

    static ProblemException beyondItsLength() {
        return problem(
                ErrorCode.E4011,
                "upload-too-long",
                "The body has more bytes than are missing from the upload.");
    }

    static ProblemException fileTooLarge(long limit) {
        return problem(
                ErrorCode.E4011,
                "file-too-large",
                "The file must not have more than " + limit + " bytes.");
    }

    static ProblemException emptyFile() {
        return problem(ErrorCode.E4013, "empty-file", "The file is empty.");
    }

    static ProblemException tooMany(int limit) {
        return problem(
                ErrorCode.E4004,
                "too-many-uploads",
                "You have " + limit + " unfinished uploads; finish or delete some.");
    }

    static ProblemException tooManyBytes(long limit) {
        return problem(
                ErrorCode.E4004,
                "too-many-upload-bytes",
                "Your unfinished uploads may have " + limit + " bytes together.");
    }

    /// A refusal that stays. In tus 409 means that the offset is another one, and clients try
    /// again; so what conflicts with anything else has another status here, under its own code.
    static ProblemException forGood(ProblemException refusal) {
        return refusal.status() == CONFLICT ? refusal.withStatus(UNPROCESSABLE) : refusal;
    }

    private static ProblemException problem(ErrorCode code, String reason, String detail) {
        return ProblemException.of(Problem.of(code, reason, detail));
    }
}
