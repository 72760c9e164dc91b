package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.SafeFileName;
import io.sillok.platform.blobs.inspection.Inspection.Accepted;
import io.sillok.platform.blobs.inspection.Inspection.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectionTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(UTF_8);
    private static final byte[] XML = "<document>안녕</document>".getBytes(UTF_8);

    private final Path folder;

    FileInspectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Nested
    class Agreement {

        @Test
        void acceptsAPdf() {
            assertThat(inspect("신입사원-교육자료.pdf", PDF)).isEqualTo(new Accepted("application/pdf"));
        }

        @ParameterizedTest
        @CsvSource({
            "a.docx, wordprocessingml.document.main+xml, true",
            "a.pptx, presentationml.presentation.main+xml, true",
            "a.xlsx, spreadsheetml.sheet.main+xml, true",
            "a.docx, spreadsheetml.sheet.main+xml, false",
            "a.pptx, wordprocessingml.document.main+xml, false"
        })
        void tellsOfficePackagesByTheirMainPart(String name, String mainPart, boolean accepted) {
            Inspection inspection = inspect(name, Packed.office(mainPart, "main.xml", XML));

            assertThat(inspection instanceof Accepted).isEqualTo(accepted);
        }

        @ParameterizedTest
        @CsvSource({
            "a.doc, WordDocument, true",
            "a.ppt, PowerPoint Document, true",
            "a.xls, Workbook, true",
            "a.xls, Book, true",
            "a.doc, Workbook, false"
        })
        void tellsOldOfficeFilesByTheirStreams(String name, String stream, boolean accepted) {
            Inspection inspection = inspect(name, Packed.compound("Root Entry", stream));

            assertThat(inspection instanceof Accepted).isEqualTo(accepted);
        }

        @ParameterizedTest
        @CsvSource({
            "a.mp4, 00000018667479706d703432, true",
            "a.mov, 00000014667479707174202000, true",
            "a.mov, 000000086d6f6f7600000000, true",
            "a.mp4, 00000014667479707174202000, false",
            "a.mp4, 000000186674797068656963, false",
            "a.mov, 00000018667479706d703432, false"
        })
        void tellsFilmsByTheirBrand(String name, String hex, boolean accepted) {
            Inspection inspection = inspect(name, HexFormat.of().parseHex(hex));

            assertThat(inspection instanceof Accepted).isEqualTo(accepted);
        }

        @Test
        void refusesAPdfDeclaredAsText() {
            assertThat(reason(inspect("a.pdf", PDF, "text/plain"))).isEqualTo("type-mismatch");
        }

        @Test
        void refusesAPdfCalledText() {
            assertThat(reason(inspect("a.txt", PDF, "text/plain"))).isEqualTo("type-mismatch");
        }

        @Test
        void refusesAnArchiveCalledPdf() {
            assertThat(reason(inspect("a.pdf", Packed.zip("a", XML)))).isEqualTo("type-mismatch");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/pdf",
                    "Application/PDF; charset=binary",
                    "application/octet-stream",
                    ""
                })
        void acceptsADeclarationThatAgreesOrSaysNothing(String declared) {
            assertThat(inspect("a.pdf", PDF, declared)).isInstanceOf(Accepted.class);
        }

        @Test
        void refusesTheEmptyFile() {
            assertThat(reason(inspect("a.pdf", new byte[0]))).isEqualTo("empty-file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.exe", "a.pdf.js", "pdf", "a"})
        void refusesOtherTypes(String name) {
            assertThat(reason(inspect(name, PDF))).isEqualTo("type-not-allowed");
        }

        @Test
        void refusesATypeThatIsSwitchedOff() {
            var textOnly = new FileInspection(Set.of(FileType.TXT), InspectionLimits.DEFAULT);

            assertThat(reason(inspect(textOnly, "a.pdf", PDF))).isEqualTo("type-not-allowed");
        }
    }

    @Nested
    class Text {

        @Test
        void acceptsUtf8() {
            assertThat(inspect("a.txt", "교육 자료\r\n\t둘째 줄".getBytes(UTF_8)))
                    .isEqualTo(new Accepted("text/plain"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"EUC-KR", "x-windows-949"})
        void acceptsTheKoreanCodePages(String charset) {
            assertThat(inspect("a.txt", "온보딩 체크리스트".getBytes(Charset.forName(charset))))
                    .isInstanceOf(Accepted.class);
        }

        @Test
        void acceptsUtf16WithAMark() {
            assertThat(inspect("a.txt", "온보딩".getBytes(UTF_16))).isInstanceOf(Accepted.class);
            assertThat(inspect("a.txt", ("\uFEFF" + "온보딩").getBytes(UTF_16LE)))
                    .isInstanceOf(Accepted.class);
        }

        @Test
        void acceptsATextAboutGenerationMz() {
            assertThat(inspect("a.txt", "MZ세대를 위한 교육".getBytes(UTF_8)))
                    .isInstanceOf(Accepted.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"610062", "6101", "ffd8ffe000104a46", "80ff"})
        void refusesWhatIsNoText(String hex) {
            assertThat(reason(inspect("a.txt", HexFormat.of().parseHex(hex))))
                    .isEqualTo("type-mismatch");
        }
    }

    @Nested
    class Danger {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4d5a90000300000004000000ffff",
                    "7f454c460201010000",
                    "cffaedfe07000001",
                    "feedfacf01000007",
                    "cafebabe00000002",
                    "23212f62696e2f7368"
                })
        void refusesProgramsWhateverTheyAreCalled(String hex) {
            byte[] program = HexFormat.of().parseHex(hex);

            assertThat(reason(inspect("a.pdf", program))).isEqualTo("dangerous-content");
            assertThat(reason(inspect("a.txt", program))).isEqualTo("dangerous-content");
        }

        @Test
        void findsEicar() {
            assertThat(reason(inspect("a.txt", Packed.EICAR))).isEqualTo("dangerous-content");
        }

        @Test
        void findsEicarInsideAZipInsideADocx() {
            byte[] inner = Packed.zip("deep/eicar.com", Packed.EICAR);

            assertThat(reason(inspect("a.docx", Packed.docx("word/embeddings/1.bin", inner))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsEicarThroughGzipAndSeveralZips() {
            byte[] inner = Packed.zip("a.gz", Packed.gzip(Packed.zip("e", Packed.EICAR)));

            assertThat(reason(inspect("a.docx", Packed.docx("x.zip", inner))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsAProgramInsideADocx() {
            byte[] program = HexFormat.of().parseHex("4d5a900003000000");

            assertThat(reason(inspect("a.docx", Packed.docx("media/image1.png", program))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsMacrosByThePartThatHoldsThem() {
            byte[] project = Packed.compound("PROJECT", "_VBA_PROJECT");

            assertThat(reason(inspect("a.docx", Packed.docx("word/anything.bin", project))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsMacrosByThePartsName() {
            assertThat(reason(inspect("a.docx", Packed.docx("word/vbaProject.bin", XML))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsMacrosByTheDeclaration() {
            byte[] types = "application/vnd.ms-word.document.macroEnabled.main+xml".getBytes(UTF_8);

            assertThat(reason(inspect("a.docx", Packed.zip(OoxmlContentTypes.PART, types))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void findsMacrosInOldOfficeFiles() {
            assertThat(reason(inspect("a.doc", Packed.compound("WordDocument", "_VBA_PROJECT"))))
                    .isEqualTo("dangerous-content");
        }

        @Test
        void refusesEncryptedOfficeFiles() {
            byte[] encrypted = Packed.compound("EncryptionInfo", "EncryptedPackage");

            assertThat(reason(inspect("a.docx", encrypted))).isEqualTo("encrypted");
        }

        @Test
        void refusesEncryptedEntries() {
            byte[] encrypted = Packed.encrypted(Packed.docx("a.xml", XML));

            assertThat(reason(inspect("a.docx", encrypted))).isEqualTo("encrypted");
        }
    }

    @Nested
    class Bombs {

        private static final byte[] ZEROS = new byte[24 << 20];

        @Test
        void refusesWhatInflatesTooFar() {
            assertThat(reason(inspect("a.docx", Packed.docx("bomb", ZEROS))))
                    .isEqualTo("archive-bomb");
        }

        @Test
        void refusesAGzipThatInflatesTooFar() {
            assertThat(reason(inspect("a.docx", Packed.docx("b.gz", Packed.gzip(ZEROS)))))
                    .isEqualTo("archive-bomb");
        }

        @Test
        void countsEveryListingOfAnOverlappingEntry() {
            byte[] bomb = Packed.overlapping(new byte[64 << 10], 2_000);

            assertThat(reason(inspect("a.docx", bomb))).isEqualTo("archive-bomb");
        }

        @Test
        void refusesTooManyEntries() {
            assertThat(reason(inspect("a.docx", Packed.overlapping(new byte[1], 30_000))))
                    .isEqualTo("archive-bomb");
        }

        @Test
        void endsInAnArchiveWithoutEnd() {
            byte[] nested = XML;
            for (int level = 0; level < 100; level++) {
                nested = level % 2 == 0 ? Packed.zip("r/r.zip", nested) : Packed.gzip(nested);
            }

            assertThat(reason(inspect("a.docx", Packed.docx("r.zip", nested))))
                    .isEqualTo("archive-bomb");
        }
    }

    @Nested
    class Damage {

        private final byte[] docx =
                Packed.docx("word/document.xml", "x".repeat(5000).getBytes(UTF_8));

        @ParameterizedTest
        @ValueSource(ints = {8, 40, 200, 300})
        void refusesATruncatedArchive(int length) {
            byte[] truncated = Arrays.copyOf(docx, Math.min(length, docx.length - 1));

            assertThat(reason(inspect("a.docx", truncated))).isEqualTo("damaged-archive");
        }

        @Test
        void refusesBytesBehindTheEnd() {
            byte[] longer = Arrays.copyOf(docx, docx.length + 3);

            assertThat(reason(inspect("a.docx", longer))).isEqualTo("damaged-archive");
        }

        @Test
        void neverFailsOnArbitraryDamage() {
            var random = new Random(7);
            for (int round = 0; round < 1_000; round++) {
                byte[] damaged = docx.clone();
                for (int hit = 0; hit <= round % 4; hit++) {
                    damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
                }
                assertThat(inspect("a.docx", damaged)).isNotNull();
            }
        }

        @Test
        void readsZip64() {
            byte[] types = Packed.contentTypes("wordprocessingml.document.main+xml");

            assertThat(inspect("a.docx", Packed.zip64(OoxmlContentTypes.PART, types)))
                    .isInstanceOf(Accepted.class);
        }
    }

    private Inspection inspect(String name, byte[] content, String... declared) {
        return inspect(FileInspection.standard(), name, content, declared);
    }

    private Inspection inspect(
            FileInspection inspection, String name, byte[] content, String... declared) {
        try {
            Path file = Files.write(folder.resolve("file"), content);
            return inspection.inspect(
                    file, SafeFileName.of(name), Arrays.stream(declared).findFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Inspection inspection) {
        return switch (inspection) {
            case Accepted _ -> "accepted";
            case Refused(var reason, _) -> reason;
        };
    }
}
