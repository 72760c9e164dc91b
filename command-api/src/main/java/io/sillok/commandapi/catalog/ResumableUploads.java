package io.sillok.commandapi.catalog;

import io.sillok.commandapi.catalog.tus.TusHeaders;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.blobs.partial.Appending;
import io.sillok.platform.blobs.partial.Checksum;
import io.sillok.platform.blobs.partial.Creation;
import io.sillok.platform.blobs.partial.Opening;
import io.sillok.platform.blobs.partial.PartialUpload;
import io.sillok.platform.blobs.partial.PartialUploads;
import io.sillok.platform.blobs.partial.UploadWriter;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.StillValid;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Uploads that come in pieces and end as materials. Thread-safe.
///
/// **The id of an upload is that of its material,** and the command is sent under an idempotency
/// key that belongs to the upload. So however often its end is repeated, by the sender, on another
/// node or after a crash, the decider sees one creation and answers it in the same way. And the
/// last byte counts only after that answer ([PartialUpload]), so a sender who has not heard it
/// repeats.
final class ResumableUploads {

    static final String COLLECTION = "uploads";
    private static final int SERVER_FAULT = 500;

    private final PartialUploads partial;
    private final Uploads door;
    private final UploadSettings settings;
    private final CommandGateway gateway;
    private final StillValid stillValid;

    /// @param stillValid asked about who uploads, when all of it has come
    ResumableUploads(
            PartialUploads partial,
            Uploads door,
            UploadSettings settings,
            CommandGateway gateway,
            StillValid stillValid) {
        this.partial = partial;
        this.door = door;
        this.settings = settings;
        this.gateway = gateway;
        this.stillValid = stillValid;
    }

    /// Who sends a request, and on which conditions.
    record Sender(Caller caller, CommandHeaders headers) {

        static Sender of(Caller caller, HttpServletRequest request) {
            return new Sender(caller, CommandHeaders.of(caller, request));
        }
    }

    /// How far an upload is.
    ///
    /// @param made the answer to the command, when this request sent it
    record Progress(PartialUpload upload, Optional<Response> made) {

        static Progress of(PartialUpload upload) {
            return new Progress(upload, Optional.empty());
        }
    }

    /// In bytes.
    long longestFile() {
        return settings.maxFileBytes();
    }

    /// The material that an upload becomes.
    static MaterialId material(PartialUpload upload) {
        return new MaterialId(Ids.parse(upload.id()));
    }

    /// Begins an upload and takes what the request has of it.
    ///
    /// @throws ProblemException when it cannot become a material, or its sender has too many
    Progress begin(Sender sender, TusHeaders request) {
        PartialUpload wanted = wanted(sender, request);
        boolean hasBody = request.hasBody();
        if (request.bodyLength() > wanted.length()) {
            throw UploadProblems.beyondItsLength();
        }
        return Uploads.storing(
                () ->
                        switch (partial.create(wanted, settings.quota())) {
                            case Creation.Created(var upload) ->
                                    hasBody ? filled(sender, upload, request) : Progress.of(upload);
                            case Creation.Existing(var upload) -> same(upload, wanted);
                            case Creation.TooMany _ ->
                                    throw UploadProblems.tooMany(settings.unfinished());
                            case Creation.TooLong _ ->
                                    throw UploadProblems.tooManyBytes(settings.unfinishedBytes());
                        });
    }

    /// How far an upload of the sender is.
    ///
    /// @throws ProblemException E4007 when there is none, or not any longer
    PartialUpload find(String sender, UUID id) {
        PartialUpload upload =
                Uploads.storing(() -> partial.find(sender, id.toString()))
                        .orElseThrow(UploadProblems::notFound);
        if (upload.isExpired(now())) {
            throw UploadProblems.expired();
        }
        return upload;
    }

    /// Takes the bytes of a request; with the last one the upload becomes a material.
    ///
    /// @throws ProblemException when the bytes do not go on from what is there, or the file, now
    ///   that it is whole, is refused; then the upload is gone
    Progress append(Sender sender, UUID id, TusHeaders request) {
        PartialUpload upload = find(sender.caller().id(), id);
        return append(sender, upload, request.offset(), request);
    }

    /// Removes an upload, finished or not. The material it became stays.
    ///
    /// @throws ProblemException E4007 when there is none, E4008 when it is being written
    void remove(String sender, UUID id) {
        Uploads.storing(
                () ->
                        switch (partial.open(sender, id.toString())) {
                            case Opening.Opened(var writer) -> {
                                try (writer) {
                                    writer.remove();
                                }
                                yield true;
                            }
                            case Opening.Finished(var upload) -> {
                                partial.forget(upload);
                                yield true;
                            }
                            case Opening.Busy _ -> throw UploadProblems.busy();
                            case Opening.Missing _ -> throw UploadProblems.notFound();
                        });
    }

    private PartialUpload wanted(Sender sender, TusHeaders request) {
        long length = request.length();
        if (length > settings.maxFileBytes()) {
            throw UploadProblems.fileTooLarge(settings.maxFileBytes());
        }
        String metadata = request.metadata();
        UploadForm form = UploadForm.parse(metadata);
        if (length == 0) {
            throw UploadProblems.emptyFile();
        }
        door.expect(form.fileName());
        return PartialUpload.begun(
                sender.headers().newId(COLLECTION, gateway.clock()).toString(),
                sender.caller().id(),
                length,
                metadata,
                now().plus(settings.lifetime()).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Progress same(PartialUpload known, PartialUpload wanted) {
        if (known.length() != wanted.length() || !known.note().equals(wanted.note())) {
            throw UploadProblems.otherUpload();
        }
        return Progress.of(known);
    }

    /// A sender who is not told of the upload cannot go on with it, unless they can ask again.
    private Progress filled(Sender sender, PartialUpload upload, TusHeaders request) {
        boolean told = sender.headers().idempotencyKey().isPresent();
        try {
            Progress progress = append(sender, upload, 0, request);
            told = true;
            return progress;
        } finally {
            if (!told) {
                partial.forget(upload);
            }
        }
    }

    private Progress append(Sender sender, PartialUpload seen, long offset, TusHeaders request) {
        Optional<Checksum> checksum = request.checksum();
        boolean hasBody = request.hasBody();
        return Uploads.storing(
                () ->
                        switch (partial.open(seen.owner(), seen.id())) {
                            case Opening.Opened(var writer) -> {
                                try (writer) {
                                    requireFit(writer.upload(), offset, request);
                                    yield hasBody
                                            ? written(sender, writer, request, checksum)
                                            : Progress.of(writer.upload());
                                }
                            }
                            case Opening.Finished(var upload) -> {
                                requireFit(upload, offset, request);
                                yield Progress.of(upload);
                            }
                            case Opening.Busy _ -> throw UploadProblems.busy();
                            case Opening.Missing _ -> throw UploadProblems.notFound();
                        });
    }

    private static void requireFit(PartialUpload upload, long offset, TusHeaders request) {
        if (upload.offset() != offset) {
            throw UploadProblems.otherOffset(upload.offset());
        }
        if (request.bodyLength() > upload.length() - offset) {
            throw UploadProblems.beyondItsLength();
        }
    }

    private Progress written(
            Sender sender, UploadWriter writer, TusHeaders request, Optional<Checksum> checksum) {
        return switch (read(writer, request, checksum)) {
            case Appending.Appended(var whole) ->
                    whole ? made(sender, writer) : Progress.of(writer.upload());
            case Appending.TooLong _ -> throw UploadProblems.beyondItsLength();
            case Appending.Mismatch _ -> throw UploadProblems.otherChecksum();
            case Appending.Expired _ -> throw UploadProblems.expired();
        };
    }

    private static Appending read(
            UploadWriter writer, TusHeaders request, Optional<Checksum> checksum) {
        try {
            InputStream body = request.request().getInputStream();
            return checksum.isPresent() ? writer.append(body, checksum.get()) : writer.append(body);
        } catch (IOException e) {
            throw UploadProblems.brokenOff(e);
        }
    }

    /// Makes a material of an upload that is whole. What is refused for good is removed; after a
    /// fault on this side, or with a new token, the sender may send the last byte again.
    private Progress made(Sender sender, UploadWriter writer) {
        stillValid.require(sender.caller());
        try {
            Response answer = gateway.submit(repeatable(sender, writer), receive(writer));
            writer.finish();
            return new Progress(writer.upload(), Optional.of(answer));
        } catch (ProblemException e) {
            if (e.status() >= SERVER_FAULT) {
                throw e;
            }
            writer.remove();
            throw UploadProblems.forGood(e);
        }
    }

    private static CommandHeaders repeatable(Sender sender, UploadWriter writer) {
        return sender.headers().repeatedAs("upload", material(writer.upload()).value());
    }

    private Order receive(UploadWriter writer) {
        UploadForm form = UploadForm.parse(writer.upload().note());
        StoredFile file = door.take(form.fileName(), form.declaredType(), writer.bytes());
        MaterialId id = material(writer.upload());
        MaterialText text = form.text();
        return Order.create(
                BoundaryKey.of(id.subject()),
                id.subject(),
                new MaterialCommand.Receive(
                        id, text.title(), text.description(), text.category(), file));
    }

    private Instant now() {
        return gateway.clock().instant();
    }
}
