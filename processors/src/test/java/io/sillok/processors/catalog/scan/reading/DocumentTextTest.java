package io.sillok.processors.catalog.scan.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.samples.SampleDocument;
import io.sillok.platform.testkit.samples.SampleDocument.Page;
import io.sillok.platform.testkit.samples.SampleOffice;
import io.sillok.platform.testkit.samples.SamplePdf;
import io.sillok.processors.catalog.scan.reading.ReadRequest.Task;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTextTest {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String WORD = OFFICE + "wordprocessingml.document";
    private static final SampleDocument SAMPLE =
            new SampleDocument(
                    "교육",
                    "김실록",
                    List.of(
                            new Page("첫 장", List.of("온보딩 체크리스트", "zephyrquartz")),
                            new Page("둘째 장", List.of("휴가 안내"))));

    private final DocumentText text = new DocumentText();
    private final Path folder;

    DocumentTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAPdf() throws IOException {
        ReadReply reply = read("a.pdf", "application/pdf", SamplePdf.of(SAMPLE));

        assertThat(reply.problem()).isEmpty();
        assertThat(written()).contains("온보딩 체크리스트", "zephyrquartz", "휴가 안내");
        assertThat(reply.pages()).isEqualTo(Optional.of(2));
        assertThat(reply.author()).isEqualTo(Optional.of("김실록"));
    }

    @Test
    void readsADocx() throws IOException {
        ReadReply reply = read("a.docx", WORD, SampleOffice.docx(SAMPLE));

        assertThat(reply.problem()).isEmpty();
        assertThat(written()).contains("온보딩 체크리스트", "zephyrquartz", "휴가 안내");
        assertThat(reply.author()).isEqualTo(Optional.of("김실록"));
    }

    @Test
    void readsAPptx() throws IOException {
        String type = OFFICE + "presentationml.presentation";
        ReadReply reply = read("a.pptx", type, SampleOffice.pptx(SAMPLE));

        assertThat(reply.problem()).isEmpty();
        assertThat(written()).contains("온보딩 체크리스트", "zephyrquartz", "휴가 안내");
        assertThat(reply.pages()).isEqualTo(Optional.of(2));
    }

    @Test
    void readsAnXlsx() throws IOException {
        String type = OFFICE + "spreadsheetml.sheet";

        assertThat(read("a.xlsx", type, SampleOffice.xlsx(SAMPLE)).pages())
                .isEqualTo(Optional.of(2));
        assertThat(written()).contains("온보딩 체크리스트", "zephyrquartz");
    }

    @Test
    void readsAnXls() throws IOException {
        String type = "application/vnd.ms-excel";

        assertThat(read("a.xls", type, SampleOffice.xls(SAMPLE)).problem()).isEmpty();
        assertThat(written()).contains("온보딩 체크리스트");
    }

    @Test
    void readsTextInTheKoreanCodePage() throws IOException {
        byte[] bytes =
                "이 자료는 첫 주에 알아야 할 것을 담고 있습니다. 온보딩 체크리스트를 읽으세요.".getBytes(Charset.forName("EUC-KR"));

        assertThat(read("a.txt", "text/plain", bytes).problem()).isEmpty();
        assertThat(written()).contains("온보딩 체크리스트");
    }

    @Test
    void takesTextThatLooksLikeMarkUpForText() throws IOException {
        byte[] bytes = "<!DOCTYPE html><html><body>안녕하세요</body></html>".getBytes(UTF_8);

        assertThat(read("a.txt", "text/plain", bytes).problem()).isEmpty();
    }

    @Test
    void composesHangul() throws IOException {
        String decomposed = Normalizer.normalize("한글 문서입니다", Normalizer.Form.NFD);

        assertThat(read("a.txt", "text/plain", decomposed.getBytes(UTF_8)).written()).isTrue();
        assertThat(written()).isEqualTo("한글 문서입니다");
    }

    @Test
    void tellsHowLongAFilmLasts() throws IOException {
        ReadReply reply = read("a.mp4", "video/mp4", Films.mp4(90));

        assertThat(reply.problem()).isEmpty();
        assertThat(reply.durationSeconds()).isEqualTo(Optional.of(90.0));
        assertThat(reply.written()).isFalse();
    }

    @Test
    void refusesAnEncryptedPdf() throws IOException {
        assertThat(
                        read("a.pdf", "application/pdf", SamplePdf.encrypted(SAMPLE, "secret"))
                                .problem())
                .isEqualTo(Optional.of("encrypted"));
    }

    @Test
    void refusesAnEncryptedDocx() throws IOException {
        byte[] encrypted = SampleOffice.encrypted(SampleOffice.docx(SAMPLE), "secret");

        assertThat(read("a.docx", WORD, encrypted).problem()).isEqualTo(Optional.of("encrypted"));
    }

    @Test
    void refusesWhatIsOfAnotherType() throws IOException {
        assertThat(read("a.docx", WORD, SampleOffice.pptx(SAMPLE)).problem())
                .isEqualTo(Optional.of("type-mismatch"));
    }

    @Test
    void refusesWhatIsBroken() throws IOException {
        byte[] broken = "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj".getBytes(UTF_8);

        assertThat(read("a.pdf", "application/pdf", broken).problem())
                .isEqualTo(Optional.of("unreadable"));
    }

    @Test
    void cutsTextThatNeverEnds() throws IOException {
        byte[] bytes = "실록 sillok ".repeat(400_000).getBytes(UTF_8);

        assertThat(read("a.txt", "text/plain", bytes).problem()).isEmpty();
        assertThat(written().length()).isBetween(1_900_000, 2_000_000);
    }

    private ReadReply read(String name, String mediaType, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return text.read(
                new ReadRequest(Task.TEXT, file.toString(), name, mediaType, target().toString()));
    }

    private Path target() {
        return folder.resolve("text");
    }

    private String written() throws IOException {
        return Files.readString(target());
    }
}
