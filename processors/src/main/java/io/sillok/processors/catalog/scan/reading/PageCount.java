package io.sillok.processors.catalog.scan.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;

/// How many pages a document has: its slides or sheets, counted, or what it says of itself.
final class PageCount {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private PageCount() {}

    static Optional<Integer> of(ReadRequest request, Metadata metadata) {
        return switch (request.mediaType()) {
            case OFFICE + "presentationml.presentation" ->
                    parts(request.file(), OFFICE + "presentationml.slide+xml");
            case OFFICE + "spreadsheetml.sheet" ->
                    parts(request.file(), OFFICE + "spreadsheetml.worksheet+xml");
            default -> said(metadata);
        };
    }

    private static Optional<Integer> parts(String file, String contentType) {
        try (OPCPackage parts = OPCPackage.open(file, PackageAccess.READ)) {
            return Optional.of(parts.getPartsByContentType(contentType).size());
        } catch (OpenXML4JException | IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> said(Metadata metadata) {
        return List.<Property>of(PagedText.N_PAGES, Office.SLIDE_COUNT, Office.PAGE_COUNT).stream()
                .flatMap(property -> Optional.ofNullable(metadata.getInt(property)).stream())
                .filter(pages -> pages > 0)
                .findFirst();
    }
}
