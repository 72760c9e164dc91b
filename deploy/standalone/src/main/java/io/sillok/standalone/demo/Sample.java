package io.sillok.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The real files that the demo takes along.
enum Sample {
    PDF("신입사원-교육자료.pdf", "application/pdf", "입사 첫날에 읽는 글", "온보딩", "zephyrquartz"),
    DOCX(
            "신입사원-교육자료.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Safety first",
            "비밀번호를",
            "marzipanfalcon"),
    PPTX(
            "신입사원-교육자료.pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "둘째 주 발표",
            "역할극",
            "obsidianlantern");

    private final String fileName;
    private final String mediaType;
    private final String title;
    private final String koreanWord;
    private final String englishWord;

    Sample(String fileName, String mediaType, String title, String koreanWord, String englishWord) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.title = title;
        this.koreanWord = koreanWord;
        this.englishWord = englishWord;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    List<String> words() {
        return List.of(koreanWord, englishWord);
    }

    byte[] bytes() {
        try (var file = Sample.class.getResourceAsStream("/demo/" + fileName)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks demo/" + fileName);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
