package io.sillok.platform.testkit.samples;

import io.sillok.platform.testkit.samples.SampleDocument.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The learning material of the demo, in Korean and English, and the program that writes its files
/// anew: `DemoFiles <folder> <TrueType font with Hangul>`. The PDF carries a part of that font, so
/// it must be one that allows this, as the Nanum fonts do (SIL Open Font License).
public final class DemoFiles {

    /// The name of the three files, before the extension.
    public static final String NAME = "신입사원-교육자료";

    private static final String AUTHOR = "인사교육팀";

    static final SampleDocument HANDBOOK =
            new SampleDocument(
                    "신입사원 교육자료",
                    AUTHOR,
                    List.of(
                            new Page(
                                    "신입사원 교육자료",
                                    List.of(
                                            "입사를 환영합니다. 이 자료는 첫 주에 알아야 할 것을 담고 있습니다.",
                                            "온보딩 체크리스트",
                                            "1. 사내 메신저와 전자우편 계정을 만듭니다.",
                                            "2. 정보보안 서약서에 서명하고 출입증을 받습니다.",
                                            "3. 멘토와 만나 첫 달의 목표를 정합니다.",
                                            "Welcome! The internal code name of your first project is",
                                            "zephyrquartz. Search for it to find this very page.")),
                            new Page(
                                    "휴가와 근무 시간",
                                    List.of(
                                            "연차휴가는 입사일을 기준으로 매달 하루씩 생깁니다.",
                                            "유연근무제: 오전 7시에서 11시 사이에 출근할 수 있습니다.",
                                            "Working from home is agreed on with your team lead."))));

    static final SampleDocument SECURITY =
            new SampleDocument(
                    "정보보안 기본 교육",
                    AUTHOR,
                    List.of(
                            new Page(
                                    "정보보안 기본 교육",
                                    List.of(
                                            "비밀번호는 열두 자 이상으로 정하고 다른 곳에서 쓰지 않습니다.",
                                            "의심스러운 첨부파일은 열지 말고 보안팀에 알립니다.",
                                            "피싱 메일을 구별하는 다섯 가지 방법을 익힙니다.",
                                            "Report a lost badge at once; the hotline is called",
                                            "marzipanfalcon in the directory.")),
                            new Page(
                                    "개인정보 보호",
                                    List.of(
                                            "개인정보는 꼭 필요한 만큼만 모으고 기한이 지나면 파기합니다.",
                                            "고객 자료를 개인 저장장치에 옮기는 것은 금지되어 있습니다."))));

    static final SampleDocument SALES =
            new SampleDocument(
                    "고객 응대와 협상",
                    AUTHOR,
                    List.of(
                            new Page(
                                    "고객 응대와 협상",
                                    List.of(
                                            "경청하고, 요약하고, 확인한 다음에 제안합니다.",
                                            "에어팟 판매 사례로 보는 상담의 흐름",
                                            "Practise the obsidianlantern dialogue in pairs.")),
                            new Page(
                                    "실습",
                                    List.of("두 사람이 한 조가 되어 역할극을 합니다.", "마지막에 서로에게 의견을 나눕니다.")),
                            new Page("정리", List.of("오늘 배운 세 가지를 적어 봅시다."))));

    private DemoFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path font = Path.of(arguments[1]);
        Files.write(folder.resolve(NAME + ".pdf"), SamplePdf.of(HANDBOOK, font));
        Files.write(folder.resolve(NAME + ".docx"), SampleOffice.docx(SECURITY));
        Files.write(folder.resolve(NAME + ".pptx"), SampleOffice.pptx(SALES));
    }
}
