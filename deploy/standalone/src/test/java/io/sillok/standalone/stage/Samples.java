package io.sillok.standalone.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

/// The real documents that the demo ships, each with a word that stands only inside it.
public enum Samples {
    PDF("신입사원 교육", "신입사원-교육자료.pdf", "온보딩"),
    DOCX("Onboarding notes", "신입사원-교육자료.docx", "marzipanfalcon"),
    PPTX("발표 자료", "신입사원-교육자료.pptx", "역할극");

    private final String title;
    private final String fileName;
    private final String wordInside;

    Samples(String title, String fileName, String wordInside) {
        this.title = title;
        this.fileName = fileName;
        this.wordInside = wordInside;
    }

    public static Stream<Samples> all() {
        return Arrays.stream(values());
    }

    public String title() {
        return title;
    }

    public String fileName() {
        return fileName;
    }

    public String wordInside() {
        return wordInside;
    }

    public byte[] bytes() {
        try (InputStream stream = Samples.class.getResourceAsStream("/demo/" + fileName)) {
            if (stream == null) {
                throw new IllegalStateException("no sample " + fileName);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
