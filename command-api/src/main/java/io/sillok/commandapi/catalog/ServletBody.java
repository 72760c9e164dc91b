package io.sillok.commandapi.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/// The body of a servlet's request, as the multipart parser wants it.
record ServletBody(HttpServletRequest request) implements UploadContext {

    @Override
    public @Nullable String getCharacterEncoding() {
        return request.getCharacterEncoding();
    }

    @Override
    public @Nullable String getContentType() {
        return request.getContentType();
    }

    @Override
    @Deprecated
    public int getContentLength() {
        return request.getContentLength();
    }

    @Override
    public long contentLength() {
        return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return request.getInputStream();
    }
}
