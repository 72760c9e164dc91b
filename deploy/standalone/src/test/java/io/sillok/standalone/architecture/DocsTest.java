package io.sillok.standalone.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what the documentation says of the code against the code.
class DocsTest {

    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Pattern INVARIANT =
            Pattern.compile("^\\d+\\. .*?(?=^\\d+\\. |^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

    @Test
    void everyInvariantHasATestThatExists() throws IOException {
        String invariants = Files.readString(REPOSITORY.resolve("docs/invariants.md"));
        Map<String, Set<String>> methods = methodsOfTests();

        List<String> all = INVARIANT.matcher(invariants).results().map(MatchResult::group).toList();
        assertThat(all).isNotEmpty();
        for (String invariant : all) {
            assertThat(TEST.matcher(invariant).results())
                    .as(invariant)
                    .isNotEmpty()
                    .allSatisfy(
                            test ->
                                    assertThat(methods.getOrDefault(test.group(1), Set.of()))
                                            .as(test.group())
                                            .contains(test.group(2)));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> documents = Files.walk(REPOSITORY.resolve("docs"))) {
            Stream<Path> all =
                    Stream.concat(
                            documents.filter(file -> file.toString().endsWith(".md")),
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(REPOSITORY::resolve)
                                    .filter(Files::exists));
            for (Path document : all.toList()) {
                assertThat(LINK.matcher(Files.readString(document)).results())
                        .allSatisfy(
                                link ->
                                        assertThat(document.resolveSibling(link.group(1)))
                                                .exists());
            }
        }
    }

    /// The test methods of each test class in the repository, nested ones included.
    private static Map<String, Set<String>> methodsOfTests() throws IOException {
        try (Stream<Path> files = Files.find(REPOSITORY, 20, (file, _) -> isTest(file))) {
            return files.flatMap(DocsTest::methods)
                    .collect(groupingBy(List::getFirst, mapping(List::getLast, toSet())));
        }
    }

    private static boolean isTest(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.contains("/src/test/java/")
                && (name.endsWith("Test.java") || name.endsWith("IT.java"));
    }

    private static Stream<List<String>> methods(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        try {
            return METHOD.matcher(Files.readString(file))
                    .results()
                    .map(method -> List.of(type, method.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
