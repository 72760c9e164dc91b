package io.sillok.platform.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "신입사원-교육자료.pdf, 신입사원-교육자료.pdf",
        "../../etc/passwd, passwd",
        "..\\..\\windows\\system32\\cmd.txt, cmd.txt",
        "C:\\Users\\a\\교육 자료.docx, 교육 자료.docx",
        "a:b<c>d|e?f*g.pdf, a_b_c_d_e_f_g.pdf",
        "CON.txt, _CON.txt",
        "con, _con",
        "nul.tar.gz, _nul.tar.gz",
        "Com1.pdf, _Com1.pdf",
        "LPT9 .txt, _LPT9 .txt",
        "COM¹.txt, _COM¹.txt",
        "CONIN$, _CONIN$",
        "CONTRACT.pdf, CONTRACT.pdf",
        "report.pdf..., report.pdf",
        "'report.pdf. .', report.pdf",
        "'  spaced   out .pdf', spaced out .pdf",
        ".., file",
        "'', file",
        "/, file",
        ".htaccess, htaccess"
    })
    void makesSafe(String original, String safe) {
        assertThat(SafeFileName.of(original).value()).isEqualTo(safe);
    }

    @Test
    void composesHangulThatArrivesDecomposed() {
        String decomposed = Normalizer.normalize("교육자료.pptx", Normalizer.Form.NFD);

        assertThat(SafeFileName.of(decomposed).value()).isEqualTo("교육자료.pptx");
    }

    @Test
    void removesWhatCannotBeSeen() {
        String tricky = "in\u202Evoice\u200B\u0000\r\n\uFEFF\u2028.pdf";

        assertThat(SafeFileName.of(tricky).value()).isEqualTo("invoice.pdf");
    }

    @Test
    void removesHalvesOfSurrogatePairs() {
        assertThat(SafeFileName.of("a\uD83D.pdf").value()).isEqualTo("a.pdf");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String safe = SafeFileName.of("가".repeat(300) + ".pdf").value();

        assertThat(safe).endsWith("가.pdf");
        assertThat(safe.getBytes(UTF_8)).hasSizeBetween(250, 255);
    }

    @Test
    void splitsNoCodePointWhenShortening() {
        String safe = SafeFileName.of("x" + "😀".repeat(100)).value();

        assertThat(safe).isEqualTo("x" + "😀".repeat(63));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON.txt",
                "..a..",
                " . a",
                "교육 자료 .pdf",
                "\u200Bcon",
                "CON\u202E.pdf",
                "a/b\\c",
                ". .con. ."
            })
    void aSafeNameStaysAsItIs(String original) {
        SafeFileName once = SafeFileName.of(original);

        assertThat(SafeFileName.of(once.value())).isEqualTo(once);
    }

    @Test
    void aLongSafeNameStaysAsItIs() {
        SafeFileName once = SafeFileName.of("가 .".repeat(200) + ".pdf");

        assertThat(SafeFileName.of(once.value())).isEqualTo(once);
    }

    @Test
    void knowsTheExtension() {
        assertThat(SafeFileName.of("보고서.최종.PDF").extension()).isEqualTo(Optional.of("pdf"));
        assertThat(SafeFileName.of("README").extension()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\boot.ini",
                "a/../b.txt",
                "CON.txt",
                "a/nul",
                "com1"
            })
    void knowsAHostileName(String original) {
        assertThat(SafeFileName.isHostile(original)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"계획..최종.txt", "C:\\temp\\plan.txt", "console.txt", "...txt", "con-a.txt"})
    void takesAnOddNameForNoMoreThanOdd(String original) {
        assertThat(SafeFileName.isHostile(original)).isFalse();
    }
}
