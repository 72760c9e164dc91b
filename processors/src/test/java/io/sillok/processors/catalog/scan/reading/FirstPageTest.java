package io.sillok.processors.catalog.scan.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.samples.SampleDocument;
import io.sillok.platform.testkit.samples.SampleOffice;
import io.sillok.platform.testkit.samples.SamplePdf;
import io.sillok.processors.catalog.scan.reading.ReadRequest.Task;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPageTest {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final SampleDocument SAMPLE = SampleDocument.of("First page", "온보딩", "Hello");

    private final Path folder;

    FirstPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void drawsThatOfAPdf() throws IOException {
        assertThat(draw("application/pdf", SamplePdf.of(SAMPLE)).written()).isTrue();
        assertThat(picture().getWidth()).isBetween(470, 490);
        assertThat(picture().getHeight()).isGreaterThan(600);
    }

    @Test
    void drawsThatOfAPptx() throws IOException {
        ReadReply reply = draw(OFFICE + "presentationml.presentation", SampleOffice.pptx(SAMPLE));

        assertThat(reply.written()).isTrue();
        assertThat(picture().getWidth()).isEqualTo(480);
        assertThat(picture().getHeight()).isEqualTo(360);
    }

    @Test
    void takesThePictureThatADocxBringsAlong() throws Exception {
        byte[] docx = withThumbnail(SampleOffice.docx(SAMPLE), png(960, 600));

        ReadReply reply = draw(OFFICE + "wordprocessingml.document", docx);

        assertThat(reply.written()).isTrue();
        assertThat(picture().getWidth()).isEqualTo(480);
        assertThat(picture().getHeight()).isEqualTo(300);
    }

    @Test
    void hasNoneOfADocxWithoutOne() throws IOException {
        byte[] docx = SampleOffice.docx(SAMPLE);

        assertThat(draw(OFFICE + "wordprocessingml.document", docx).written()).isFalse();
    }

    @Test
    void leavesOutWhatCannotBeDrawn() throws IOException {
        byte[] broken = "%PDF-1.7 nothing".getBytes(UTF_8);

        assertThat(draw("application/pdf", broken)).isEqualTo(ReadReply.written(false));
    }

    private ReadReply draw(String mediaType, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return new FirstPage()
                .draw(
                        new ReadRequest(
                                Task.PICTURE,
                                file.toString(),
                                "file",
                                mediaType,
                                target().toString()));
    }

    private Path target() {
        return folder.resolve("picture");
    }

    private BufferedImage picture() throws IOException {
        return ImageIO.read(target().toFile());
    }

    private static byte[] withThumbnail(byte[] docx, byte[] png) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(docx))) {
            var name = PackagingURIHelper.createPartName("/docProps/thumbnail.png");
            try (OutputStream out = parts.createPart(name, "image/png").getOutputStream()) {
                out.write(png);
            }
            parts.addRelationship(name, TargetMode.INTERNAL, PackageRelationshipTypes.THUMBNAIL);
            parts.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
