package io.sillok.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanHtmlTest {

    private static final Set<String> ALLOWED =
            Set.of("p", "br", "strong", "em", "u", "h1", "h2", "h3", "ul", "ol", "li");

    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "--!>",
        "<![CDATA[",
        "]]>",
        "<noscript>",
        "</noscript>",
        "<a ",
        "href=\"javascript:1\"",
        ">",
        "<",
        "&lt;",
        "&#x3c;",
        "&amp;",
        "\"",
        "'",
        "`",
        "<img src=x ",
        "onerror=alert(1)>",
        "<u>",
        "</u>",
        "<li>",
        "<ul>",
        "<table>",
        "<td>",
        "<template>",
        "</template>",
        "<title>",
        "</title>",
        "<textarea>",
        "<xmp>",
        "<plaintext>",
        "\0",
        "가",
        "=",
        "<form>",
        "<select>",
        "<option>",
        "<iframe srcdoc='<p>'>",
        "<br/>",
        "<h1 id=a>",
        "</h1>"
    };

    @Test
    void keepsWhatIsAllowed() {
        String html =
                "<h1>제목</h1><h2>a</h2><h3>b</h3><p>하나 <strong>둘</strong> <em>셋</em>"
                        + " <u>넷</u><br>다섯</p><ul><li>x</li></ul><ol><li>y</li></ol>";

        assertThat(CleanHtml.of(html)).isEqualTo(html);
    }

    @Test
    void leavesPlainTextReadable() {
        assertThat(CleanHtml.of("1 < 2 & \"둘\"\n다음 줄")).isEqualTo("1 &lt; 2 &amp; \"둘\"\n다음 줄");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p onclick='x()' style='color:red' class=a id=b>글</p> | <p>글</p>",
                "<b>굵게</b> <i>기울임</i> | 굵게 기울임",
                "<a href='javascript:alert(1)'>눌러</a> | 눌러",
                "<img src=x onerror=alert(1)>그림 | 그림",
                "<script>alert(1)</script>글 | 글",
                "<style>p{background:url(x)}</style>글 | 글",
                "<iframe src='//evil'>x</iframe>글 | 글",
                "<!-- 숨은 --><p>글</p> | <p>글</p>",
                "<svg><script>alert(1)</script><p>글</p></svg> | <p>글</p>",
                "<math><mtext></p><script>1</script>글</mtext></math> | <p></p>글",
                "<object data=x><embed src=y></object>글 | 글",
                "<form action=x><input value=y><button>z</button></form>글 | z글",
                "<p>열고 <strong>안 닫음 | <p>열고 <strong>안 닫음</strong></p>",
                "&lt;script&gt;alert(1)&lt;/script&gt; | &lt;script&gt;alert(1)&lt;/script&gt;",
                "<P>큰 글자</P> | <p>큰 글자</p>",
                "<custom-tag onload=x>글</custom-tag> | 글"
            })
    void takesOutTheRest(String typed, String clean) {
        assertThat(CleanHtml.of(typed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<<script>alert(1);//<</script>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<table><td><template><img src=x onerror=alert(1)></template>",
                "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
                "<p>&#x3c;img src=x onerror=alert(1)&#x3e;</p>",
                "<p/onmouseover=alert(1)//>x",
                "<IMG SRC=\"jav\tascript:alert(1)\">",
                "<xmp><p></xmp><script>1</script></p></xmp>",
                "<plaintext><script>alert(1)</script>"
            })
    void isSafeWhateverIsTyped(String typed) {
        assertSafe(CleanHtml.of(typed));
    }

    @Test
    void isSafeWhateverIsPutTogether() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 20_000; round++) {
            String typed =
                    random.ints(1 + random.nextInt(14), 0, PIECES.length)
                            .mapToObj(piece -> PIECES[piece])
                            .collect(Collectors.joining());
            assertSafe(CleanHtml.of(typed));
        }
    }

    @Test
    void holdsNoControlCharacters() {
        assertThat(CleanHtml.of("a\0b\u0001c\u0085d&#1;e\tf\ng").codePoints())
                .filteredOn(Character::isISOControl)
                .containsExactly((int) '\t', (int) '\n');
    }

    @Test
    void isNotStoppedByDepth() {
        String deep =
                IntStream.range(0, 12_000).mapToObj(_ -> "<ul>").collect(Collectors.joining());

        assertThat(CleanHtml.of(deep + "끝")).contains("끝");
    }

    @Test
    void isBlankWhenThereIsNothingToRead() {
        assertThat(CleanHtml.isBlank(CleanHtml.of("<p> <br>&nbsp;</p><script>1</script>")))
                .isTrue();
        assertThat(CleanHtml.isBlank(CleanHtml.of("<ul><li>.</li></ul>"))).isFalse();
    }

    private static void assertSafe(String clean) {
        assertThat(Jsoup.parseBodyFragment(clean).body().select("> *, > * *"))
                .as(clean)
                .allSatisfy(CleanHtmlTest::assertAllowed);
        assertThat(CleanHtml.of(clean)).as("cleaned once more").isEqualTo(clean);
    }

    private static void assertAllowed(Element element) {
        assertThat(ALLOWED).contains(element.normalName());
        assertThat(element.attributes().asList()).isEmpty();
    }
}
