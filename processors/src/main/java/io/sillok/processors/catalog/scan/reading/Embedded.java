package io.sillok.processors.catalog.scan.reading;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// What lies within a document: read along with it up to a number, except macros, whose presence is
/// noted. Belongs to one parse.
final class Embedded implements EmbeddedDocumentExtractor {

    private static final int MOST = 200;

    private final ParsingEmbeddedDocumentExtractor extractor;
    private int count;
    private boolean macros;

    Embedded(ParseContext context) {
        context.set(EmbeddedDocumentExtractor.class, this);
        this.extractor = new ParsingEmbeddedDocumentExtractor(context);
        this.extractor.setWriteFileNameToContent(false);
    }

    boolean hasMacros() {
        return macros;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        if (EmbeddedResourceType.MACRO
                .toString()
                .equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))) {
            macros = true;
            return false;
        }
        count++;
        return count <= MOST && extractor.shouldParseEmbedded(metadata);
    }

    @Override
    public void parseEmbedded(
            InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        extractor.parseEmbedded(in, handler, metadata, outputHtml);
    }
}
