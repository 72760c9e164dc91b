package io.sillok.processors.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Prompt;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final Prompt QUESTION = question("python");

    @Nested
    class Code {

        @Test
        void isTakenOutOfItsFences() {
            Answer answer = read("Here:\n\n```python\nprint(1)\n```\n\nIt prints one.");

            assertThat(answer.code()).contains("print(1)");
            assertThat(answer.explanation()).contains("Here:\n\nIt prints one.");
        }

        @Test
        void mayBeExplainedInKorean() {
            Answer answer = read("다음과 같습니다.\n~~~python\nprint('값')\n~~~\n값을 출력합니다.");

            assertThat(answer.code()).contains("print('값')");
            assertThat(answer.explanation()).contains("다음과 같습니다.\n값을 출력합니다.");
        }

        @Test
        void mayContainShorterFences() {
            Answer answer = read("````python\ns = '''\n```\n'''\n````\nDone.");

            assertThat(answer.code()).contains("s = '''\n```\n'''");
        }

        @Test
        void mayBeBrokenOff() {
            assertThat(read("So:\n```python\ndef f():\n    return 1").code())
                    .contains("def f():\n    return 1");
        }

        @Test
        void mayStandOnOneLine() {
            Answer answer = read("Use ```len(values)```");

            assertThat(answer.code()).contains("len(values)");
            assertThat(answer.explanation()).contains("Use");
        }

        @Test
        void mayComeWithWindowsLineEnds() {
            assertThat(read("A\r\n```python\r\nx = 1\r\ny = 2\r\n```\r\n").code())
                    .contains("x = 1\ny = 2");
        }

        @Test
        void ofSeveralBlocksIsWhatWasAskedFor() {
            Answer answer =
                    read(
                            """
                            ```bash
                            pip install a-package-with-a-long-name another-one
                            ```
                            ```python
                            import a
                            ```
                            and
                            ```python
                            a.b()
                            ```
                            """);

            assertThat(answer.code()).contains("import a\n\na.b()");
            assertThat(answer.explanation()).contains("and");
        }

        @Test
        void ofSeveralBlocksIsElseWhatIsLongest() {
            Answer answer =
                    read(question("cobol"), "```\n1\n```\n```java\nint two = 2;\n```\n```\n3\n```");

            assertThat(answer.code()).contains("int two = 2;");
        }

        @Test
        void mayHaveNoFences() {
            Answer answer = read("def f(x):\n    y = x + 1\n    return y");

            assertThat(answer.code()).contains("def f(x):\n    y = x + 1\n    return y");
            assertThat(answer.explanation()).isEmpty();
        }

        @Test
        void isNotWhatOnlySpeaksOfIt() {
            Answer answer = read("A list keeps its order. A set does not, and drops repetitions.");

            assertThat(answer.code()).isEmpty();
            assertThat(answer.explanation()).isPresent();
        }

        @Test
        void isKeptBesideTheWholeText() {
            Answer answer = read("```python\nx = 1\n```");

            assertThat(answer.text()).isEqualTo("```python\nx = 1\n```");
            assertThat(answer.sha256()).matches("[0-9a-f]{64}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \n ", "```\n```", "```python", "```python\n\n```\n\n"})
        void isNotThereInWhatIsEmpty(String text) {
            assertThat(AnswerReader.read(QUESTION, text)).isEqualTo(new ReadAnswer.Broken());
        }
    }

    @Nested
    class Suggestions {

        private static final Prompt GAP =
                new Prompt.Completion("x = 1\nfor i in ", "\n", Optional.empty());

        @Test
        void areTheBlocks() {
            assertThat(read(GAP, "```\nrange(3):\n```\n```python\nvalues:\n```").suggestions())
                    .containsExactly("range(3):", "values:");
        }

        @Test
        void mayBeOneWithoutABlock() {
            Answer answer = read(GAP, "range(3):\n");

            assertThat(answer.suggestions()).containsExactly("range(3):");
            assertThat(answer.code()).contains("range(3):");
        }

        @Test
        void doNotRepeatWhatWasBegun() {
            assertThat(read(GAP, "```\nfor i in range(3):\n```").suggestions())
                    .containsExactly("range(3):");
        }

        @Test
        void areNotRepeatedAndNotEndless() {
            assertThat(read(GAP, "```\na\n```\n".repeat(3)).suggestions()).containsExactly("a");
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                many.append("```\n").append(i).append("\n```\n");
            }
            assertThat(read(GAP, many.toString()).suggestions()).hasSize(5);
        }

        @Test
        void areNotThereInWhatIsEmpty() {
            assertThat(AnswerReader.read(GAP, "```\n```")).isEqualTo(new ReadAnswer.Broken());
        }
    }

    /// Whatever stands around it, what was fenced is found as it was.
    @RepeatedTest(200)
    void findsAnyCodeInAnyWords(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String code = lines(random, "x y(){};=값\t\\'\"<>#");
        String before = lines(random, "ab 가나.,!?");
        String after = lines(random, "ab 가나.,!?");

        Answer answer = read(before + "\n```python\n" + code + "\n```\n" + after);

        assertThat(answer.code()).contains(code.stripTrailing());
    }

    private static String lines(Random random, String letters) {
        StringBuilder text = new StringBuilder("a");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? '\n'
                            : letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Prompt question(String language) {
        return new Prompt.Code("How?", Optional.empty(), Optional.of(language), Optional.empty());
    }

    private static Answer read(String text) {
        return read(QUESTION, text);
    }

    private static Answer read(Prompt prompt, String text) {
        return ((ReadAnswer.Read) AnswerReader.read(prompt, text)).answer();
    }
}
