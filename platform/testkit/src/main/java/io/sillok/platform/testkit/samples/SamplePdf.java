package io.sillok.platform.testkit.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// PDF files. Without a font they name one of the Korean fonts that viewers bring along and write
/// UTF-16 under the predefined CMap `UniKS-UTF16-H` (ISO 32000-1, 9.7.5.2), so no font is needed to
/// make them or to read their text.
public final class SamplePdf {

    private static final float MARGIN = 60;
    private static final float LEADING = 26;

    private SamplePdf() {}

    /// A document in a font that viewers bring along.
    public static byte[] of(SampleDocument sample) {
        try (PDDocument document = new PDDocument()) {
            for (SampleDocument.Page page : sample.pages()) {
                document.addPage(plain(document, page));
            }
            return bytes(document, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document with a font in it, cut down to the characters it uses.
    ///
    /// @param font a TrueType file with the characters of the document
    public static byte[] of(SampleDocument sample, Path font) {
        try (PDDocument document = new PDDocument()) {
            PDFont embedded = PDType0Font.load(document, font.toFile());
            for (SampleDocument.Page page : sample.pages()) {
                document.addPage(drawn(document, page, embedded));
            }
            return bytes(document, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document that cannot be read without a password.
    public static byte[] encrypted(SampleDocument sample, String password) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(plain(document, sample.pages().getFirst()));
            document.protect(
                    new StandardProtectionPolicy(password, password, new AccessPermission()));
            return bytes(document, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(PDDocument document, SampleDocument sample) throws IOException {
        document.getDocumentInformation().setTitle(sample.title());
        document.getDocumentInformation().setAuthor(sample.author());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static PDPage drawn(PDDocument document, SampleDocument.Page page, PDFont font)
            throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.setNonStrokingColor(0.13f, 0.24f, 0.45f);
            content.addRect(0, PDRectangle.A4.getHeight() - 30, PDRectangle.A4.getWidth(), 30);
            content.fill();
            content.beginText();
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - 2 * MARGIN);
            content.setLeading(LEADING);
            content.setFont(font, 24);
            content.showText(page.heading());
            content.setNonStrokingColor(0.1f, 0.1f, 0.1f);
            content.setFont(font, 13);
            content.newLine();
            for (String line : page.lines()) {
                content.newLine();
                content.showText(line);
            }
            content.endText();
        }
        return sheet;
    }

    private static PDPage plain(PDDocument document, SampleDocument.Page page) throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem("F1", koreanFont());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        sheet.setResources(resources);
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(commands(page).getBytes(StandardCharsets.US_ASCII));
        }
        sheet.setContents(content);
        return sheet;
    }

    private static String commands(SampleDocument.Page page) {
        StringBuilder commands = new StringBuilder("BT 26 TL 60 720 Td /F1 24 Tf ");
        commands.append(show(page.heading())).append(" /F1 13 Tf T* ");
        page.lines().forEach(line -> commands.append("T* ").append(show(line)));
        return commands.append("ET").toString();
    }

    private static String show(String text) {
        return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ";
    }

    private static COSDictionary koreanFont() {
        COSDictionary system = new COSDictionary();
        system.setString("Registry", "Adobe");
        system.setString("Ordering", "Korea1");
        system.setInt("Supplement", 1);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "HYGoThic-Medium");
        descriptor.setInt(COSName.FLAGS, 4);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, "HYGoThic-Medium");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "HYGoThic-Medium");
        font.setName(COSName.ENCODING, "UniKS-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(glyphs)));
        return font;
    }
}
