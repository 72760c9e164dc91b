package io.sillok.processors.catalog.scan.reading;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/// Draws the first page of a PDF or PPTX. Of other Office packages it takes the picture that their
/// authors' programs put in, if any: laying a text out is more than a preview is worth. A page that
/// cannot be drawn is no fault of the file's.
final class FirstPage {

    private static final int WIDTH = 480;
    private static final int TALLEST = 960;
    private static final int LARGEST_PICTURE = 4_000;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    ReadReply draw(ReadRequest request) {
        try {
            Optional<BufferedImage> page = page(request, new File(request.file()));
            if (page.isEmpty()) {
                return ReadReply.written(false);
            }
            return ReadReply.written(ImageIO.write(page.get(), "png", new File(request.target())));
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            return ReadReply.written(false);
        } catch (LinkageError | InternalError | AWTError | StackOverflowError e) {
            // a machine without fonts, or a page that is drawn without end
            return ReadReply.written(false);
        }
    }

    private static Optional<BufferedImage> page(ReadRequest request, File file)
            throws IOException, OpenXML4JException {
        return switch (request.mediaType()) {
            case "application/pdf" -> pdf(file);
            case OFFICE + "presentationml.presentation" -> slide(file);
            case OFFICE + "wordprocessingml.document", OFFICE + "spreadsheetml.sheet" ->
                    enclosed(file);
            default -> Optional.empty();
        };
    }

    private static Optional<BufferedImage> pdf(File file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() == 0) {
                return Optional.empty();
            }
            var box = document.getPage(0).getCropBox();
            float longest = Math.max(box.getWidth(), box.getHeight());
            float scale = Math.min(WIDTH / Math.max(1, box.getWidth()), TALLEST / longest);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return Optional.of(renderer.renderImage(0, scale, ImageType.RGB));
        }
    }

    private static Optional<BufferedImage> slide(File file) throws IOException, OpenXML4JException {
        try (OPCPackage parts = OPCPackage.open(file, PackageAccess.READ);
                XMLSlideShow show = new XMLSlideShow(parts)) {
            if (show.getSlides().isEmpty()) {
                return Optional.empty();
            }
            Dimension size = show.getPageSize();
            return Optional.of(
                    scaled(
                            size.width,
                            size.height,
                            (canvas, scale) -> {
                                canvas.scale(scale, scale);
                                show.getSlides().getFirst().draw(canvas);
                            }));
        }
    }

    private static Optional<BufferedImage> enclosed(File file)
            throws IOException, OpenXML4JException {
        try (OPCPackage parts = OPCPackage.open(file, PackageAccess.READ)) {
            for (PackagePart part :
                    parts.getPartsByRelationshipType(PackageRelationshipTypes.THUMBNAIL)) {
                Optional<BufferedImage> picture = picture(part);
                if (picture.isPresent()) {
                    return picture.map(FirstPage::shrunk);
                }
            }
            return Optional.empty();
        }
    }

    /// A picture whose size was looked at before it was unpacked.
    private static Optional<BufferedImage> picture(PackagePart part) throws IOException {
        try (InputStream in = part.getInputStream();
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image);
                boolean sane =
                        reader.getWidth(0) <= LARGEST_PICTURE
                                && reader.getHeight(0) <= LARGEST_PICTURE;
                return sane ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        return scaled(
                picture.getWidth(),
                picture.getHeight(),
                (canvas, scale) -> {
                    canvas.scale(scale, scale);
                    canvas.drawImage(picture, 0, 0, null);
                });
    }

    private interface Drawing {
        void on(Graphics2D canvas, double scale);
    }

    private static BufferedImage scaled(int width, int height, Drawing drawing) {
        double scale =
                Math.min(
                        (double) WIDTH / Math.max(1, width),
                        (double) TALLEST / Math.max(1, height));
        BufferedImage image =
                new BufferedImage(
                        Math.max(1, (int) (width * scale)),
                        Math.max(1, (int) (height * scale)),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.setPaint(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            drawing.on(canvas, scale);
        } finally {
            canvas.dispose();
        }
        return image;
    }
}
