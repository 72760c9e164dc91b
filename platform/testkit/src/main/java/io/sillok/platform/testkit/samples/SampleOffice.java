package io.sillok.platform.testkit.samples;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// Files of Microsoft Office.
public final class SampleOffice {

    private static final String FONT = "Malgun Gothic";
    private static final Color INK = new Color(0x22, 0x3d, 0x73);

    private SampleOffice() {}

    /// A Word document.
    public static byte[] docx(SampleDocument sample) {
        try (XWPFDocument document = new XWPFDocument()) {
            for (SampleDocument.Page page : sample.pages()) {
                paragraph(document, page.heading(), 20, true);
                page.lines().forEach(line -> paragraph(document, line, 11, false));
            }
            return bytes(document, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A presentation.
    public static byte[] pptx(SampleDocument sample) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            for (SampleDocument.Page page : sample.pages()) {
                XSLFSlide slide = show.createSlide();
                text(slide, new Rectangle(40, 30, 640, 60), page.heading(), 30, true);
                text(
                        slide,
                        new Rectangle(40, 110, 640, 380),
                        String.join("\n", page.lines()),
                        18,
                        false);
            }
            return bytes(show, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A workbook with one sheet for each page.
    public static byte[] xlsx(SampleDocument sample) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (SampleDocument.Page page : sample.pages()) {
                var sheet = workbook.createSheet(page.heading());
                for (String line : page.lines()) {
                    sheet.createRow(sheet.getPhysicalNumberOfRows())
                            .createCell(0)
                            .setCellValue(line);
                }
            }
            return bytes(workbook, sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An old workbook, with one sheet for all pages.
    public static byte[] xls(SampleDocument sample) {
        var bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (SampleDocument.Page page : sample.pages()) {
                for (String line : page.lines()) {
                    sheet.createRow(sheet.getPhysicalNumberOfRows())
                            .createCell(0)
                            .setCellValue(line);
                }
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Any of the newer files, so that it cannot be read without a password (MS-OFFCRYPTO).
    public static byte[] encrypted(byte[] office, String password) {
        var bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(office);
            }
            files.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform can encrypt", e);
        }
        return bytes.toByteArray();
    }

    private static void paragraph(XWPFDocument document, String text, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    private static void text(
            XSLFSlide slide, Rectangle place, String text, double size, boolean bold) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(place);
        box.setText(text);
        for (XSLFTextParagraph paragraph : box.getTextParagraphs()) {
            for (XSLFTextRun run : paragraph.getTextRuns()) {
                run.setFontSize(size);
                run.setBold(bold);
                run.setFontFamily(FONT);
                run.setFontColor(INK);
            }
        }
    }

    private static byte[] bytes(POIXMLDocument document, SampleDocument sample) throws IOException {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(sample.title());
        properties.setCreator(sample.author());
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return bytes.toByteArray();
    }
}
