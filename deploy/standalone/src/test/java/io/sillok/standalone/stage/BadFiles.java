package io.sillok.standalone.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that must never enter the library.
public enum BadFiles {
    EMPTY("empty.txt", "text/plain", () -> new byte[0]),
    EICAR_ALONE("eicar.txt", "text/plain", BadFiles::eicar),
    EICAR_IN_A_ZIP_IN_A_DOCX("letter.docx", BadFiles.DOCX, BadFiles::docxWithZipWithEicar),
    PROGRAM_RENAMED_PDF("report.pdf", "application/pdf", BadFiles::program),
    PDF_DECLARED_AS_TEXT("report.pdf", "text/plain", BadFiles::pdf),
    PDF_NAMED_TXT("report.txt", "text/plain", BadFiles::pdf),
    ZIP_BOMB("bomb.docx", BadFiles.DOCX, BadFiles::bomb),
    SCRIPT("run.txt", "text/plain", () -> bytes("#!/bin/sh\necho gone\n")),
    FOREIGN_TYPE("page.html", "text/html", () -> bytes("<html></html>")),
    CLIMBING_NAME("../../etc/passwd", "text/plain", () -> bytes("root")),
    RESERVED_NAME("CON.txt", "text/plain", () -> bytes("console"));

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String fileName;
    private final String fileType;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Supplier<byte[]> content;

    BadFiles(String fileName, String fileType, Supplier<byte[]> content) {
        this.fileName = fileName;
        this.fileType = fileType;
        this.content = content;
    }

    public Upload upload() {
        return Upload.of(name(), fileName, fileType, content.get());
    }

    public int status() {
        return 422;
    }

    public String code() {
        return "E4013";
    }

    /// The standard test file of the anti-virus industry, put together so that this source is not
    /// one.
    private static byte[] eicar() {
        return bytes(
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*");
    }

    private static byte[] docxWithZipWithEicar() {
        byte[] inner = zip(out -> put(out, "eicar.com", eicar()));
        return zip(
                out -> {
                    putDocument(out);
                    put(out, "word/embeddings/inner.zip", inner);
                });
    }

    private static byte[] bomb() {
        byte[] zeros = new byte[1024 * 1024];
        return zip(
                out -> {
                    putDocument(out);
                    out.putNextEntry(new ZipEntry("word/media/zeros.bin"));
                    for (int i = 0; i < 2_000; i++) {
                        out.write(zeros);
                    }
                    out.closeEntry();
                });
    }

    private static void putDocument(ZipOutputStream out) throws IOException {
        put(out, "[Content_Types].xml", bytes("<Types/>"));
        put(out, "word/document.xml", bytes("<document/>"));
    }

    private static byte[] program() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    private static byte[] pdf() {
        return Samples.PDF.bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Filling {
        void fill(ZipOutputStream out) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            filling.fill(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
