package io.sillok.commandapi.catalog.tus;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a resource that it speaks tus: requests must name the version.
///
/// See <https://tus.io/protocols/resumable-upload>.
@NameBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Tus {

    String VERSION = "1.0.0";
    String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    String MEDIA_TYPE = "application/offset+octet-stream";

    String RESUMABLE = "Tus-Resumable";
    String VERSIONS = "Tus-Version";
    String EXTENSION = "Tus-Extension";
    String MAX_SIZE = "Tus-Max-Size";
    String CHECKSUM_ALGORITHM = "Tus-Checksum-Algorithm";

    String LENGTH = "Upload-Length";
    String OFFSET = "Upload-Offset";
    String EXPIRES = "Upload-Expires";
    String METADATA = "Upload-Metadata";
    String CHECKSUM = "Upload-Checksum";

    String DEFER_LENGTH = "Upload-Defer-Length";
    String CONCAT = "Upload-Concat";
    String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    /// Not of the protocol: where that is what became of the upload.
    String RESULT = "Upload-Result";
}
