package io.sillok.commandapi.catalog;

import io.sillok.commandapi.catalog.MaterialForm.SentFile;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.Staging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;

/// Reads a `multipart/form-data` body (RFC 7578) as it arrives: texts to memory, the file to the
/// blob store's staging area, never the whole body anywhere. Thread-safe.
///
/// A body that breaks off, for whatever reason, leaves nothing behind.
final class MultipartReader {

    private final BlobStore blobs;
    private final long maxFileBytes;

    MultipartReader(BlobStore blobs, long maxFileBytes) {
        this.blobs = blobs;
        this.maxFileBytes = maxFileBytes;
    }

    /// Everything the request holds. The caller closes the form.
    ///
    /// @throws ProblemException when it is malformed or larger than allowed
    MaterialForm read(HttpServletRequest request) {
        MaterialForm form = new MaterialForm();
        boolean complete = false;
        try {
            FileItemIterator parts = upload().getItemIterator(new ServletBody(request));
            int count = 0;
            while (parts.hasNext()) {
                if (++count > MultipartLimits.PARTS) {
                    throw malformed("The body has too many parts.");
                }
                read(parts.next(), form);
            }
            if (count == 0) {
                throw malformed("The body has no part.");
            }
            complete = true;
            return form;
        } catch (FileUploadException | IOException e) {
            throw translated(e);
        } finally {
            if (!complete) {
                form.close();
            }
        }
    }

    private FileUpload upload() {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(MultipartLimits.PART_HEADER_BYTES);
        upload.setSizeMax(maxFileBytes + MultipartLimits.AROUND_THE_FILE);
        return upload;
    }

    private void read(FileItemStream part, MaterialForm form) throws IOException {
        String name = part.getFieldName() == null ? "" : part.getFieldName();
        if (!name.equals(MaterialForm.FILE) && !MaterialForm.TEXTS.contains(name)) {
            throw invalid("unknown-field", name, "is not a part of this request");
        }
        if (form.has(name)) {
            throw invalid("repeated-field", name, "must be sent once");
        }
        boolean isFile = name.equals(MaterialForm.FILE);
        if (isFile == part.isFormField()) {
            throw invalid(
                    "invalid-field", name, isFile ? "must have a file name" : "must not be a file");
        }
        try (InputStream content = part.openStream()) {
            if (isFile) {
                form.add(file(part, content));
            } else {
                form.add(name, text(name, content));
            }
        }
    }

    private SentFile file(FileItemStream part, InputStream content) throws IOException {
        return switch (blobs.stage(content, maxFileBytes)) {
            case Staging.Staged(var blob) ->
                    new SentFile(nameOf(part), Optional.ofNullable(part.getContentType()), blob);
            case Staging.TooLarge _ -> throw fileTooLarge();
        };
    }

    private static String nameOf(FileItemStream part) {
        try {
            return part.getName() == null ? "" : part.getName();
        } catch (InvalidFileNameException e) {
            return e.getName();
        }
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MultipartLimits.FIELD_BYTES + 1);
        if (bytes.length > MultipartLimits.FIELD_BYTES) {
            throw invalid("invalid-field", name, "is too long");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw invalid("invalid-field", name, "must be UTF-8");
        }
    }

    private ProblemException translated(Exception exception) {
        return switch (exception) {
            case SizeLimitExceededException e
                    when e.getPermittedSize() == MultipartLimits.PART_HEADER_BYTES ->
                    tooLarge(
                            "part-headers-too-large",
                            "The headers of a part",
                            e.getPermittedSize());
            case SizeLimitExceededException _ -> fileTooLarge();
            case FileUploadIOException e when e.getCause() instanceof FileUploadException inner ->
                    translated(inner);
            case FileUploadException e when e.getCause() instanceof IOException inner ->
                    translated(inner);
            case MalformedStreamException _ -> malformed("The body breaks off or has no boundary.");
            case EOFException _ -> malformed("The body breaks off.");
            default -> malformed("The body is not well-formed multipart/form-data.");
        };
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(Problem.of(ErrorCode.E4001, "malformed-multipart", detail));
    }

    private static ProblemException invalid(String reason, String field, String message) {
        String shown = field.length() <= 100 ? field : field.substring(0, 100);
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        reason,
                        "A part of the body is not as it should be.",
                        List.of(new Violation(shown, message))));
    }

    private ProblemException fileTooLarge() {
        return tooLarge("file-too-large", "The file", maxFileBytes);
    }

    private static ProblemException tooLarge(String reason, String what, long limit) {
        return ProblemException.of(
                Problem.of(
                        ErrorCode.E4011,
                        reason,
                        what + " must not have more than " + limit + " bytes."));
    }
}
