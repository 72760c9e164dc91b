package io.sillok.processors.catalog.scan.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.XMPDM;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.mp4.MP4Parser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig.OCR_STRATEGY;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.SAXException;

/// Reads the text of a document with Apache Tika. Only the parsers of the types that are taken are
/// there: no picture is recognised, no other program is called, archives stay closed.
final class DocumentText {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int AUTHOR_LENGTH = 200;

    private final Detector detector = new DefaultDetector();
    private final Parser parser =
            new AutoDetectParser(
                    detector,
                    new PDFParser(),
                    new OfficeParser(),
                    new OOXMLParser(),
                    new TXTParser(),
                    new MP4Parser());

    ReadReply read(ReadRequest request) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        StringWriter text = new StringWriter();
        Embedded embedded = new Embedded(context());
        try (TikaInputStream in = TikaInputStream.get(Path.of(request.file()))) {
            if (!DetectedType.of(detector.detect(in, metadata)).agreesWith(request.mediaType())) {
                return ReadReply.problem("type-mismatch");
            }
            parse(in, text, metadata, embedded);
        } catch (EncryptedDocumentException _) {
            return ReadReply.problem("encrypted");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            return ReadReply.problem("unreadable");
        } catch (StackOverflowError _) {
            return ReadReply.problem("unreadable");
        }
        return embedded.hasMacros()
                ? ReadReply.problem("macros")
                : reply(write(text.toString(), Path.of(request.target())), request, metadata);
    }

    /// Parses as far as the text may grow.
    private void parse(TikaInputStream in, StringWriter text, Metadata metadata, Embedded embedded)
            throws IOException, SAXException, TikaException {
        ParseContext context = context();
        context.set(EmbeddedDocumentExtractor.class, embedded);
        try {
            parser.parse(
                    in,
                    new BodyContentHandler(new WriteOutContentHandler(text, MOST_CHARACTERS)),
                    metadata,
                    context);
        } catch (SAXException | TikaException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw e;
            }
        }
    }

    private ParseContext context() {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(OCR_STRATEGY.NO_OCR);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setExtractMacros(true);
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    private static boolean write(String text, Path target) {
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (composed.isEmpty()) {
            return false;
        }
        try {
            Files.writeString(target, composed);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadReply reply(boolean written, ReadRequest request, Metadata metadata) {
        return new ReadReply(
                Optional.empty(),
                written,
                PageCount.of(request, metadata),
                author(metadata),
                Optional.ofNullable(metadata.get(XMPDM.DURATION)).flatMap(DocumentText::seconds));
    }

    private static Optional<String> author(Metadata metadata) {
        return Optional.ofNullable(metadata.get(TikaCoreProperties.CREATOR))
                .map(author -> Normalizer.normalize(author.strip(), Normalizer.Form.NFC))
                .filter(author -> !author.isEmpty())
                .map(author -> shorten(author));
    }

    private static String shorten(String author) {
        int length = Math.min(AUTHOR_LENGTH, author.codePointCount(0, author.length()));
        return author.substring(0, author.offsetByCodePoints(0, length));
    }

    private static Optional<Double> seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            return Double.isFinite(seconds) && seconds >= 0
                    ? Optional.of(seconds)
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
