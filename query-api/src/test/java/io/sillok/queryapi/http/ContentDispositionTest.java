package io.sillok.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContentDispositionTest {

    @Test
    void givesAnAsciiNameTwice() {
        assertThat(ContentDisposition.attachment("plan.pdf"))
                .isEqualTo("attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf");
    }

    @Test
    void encodesAKoreanNameAsRfc8187Says() {
        assertThat(ContentDisposition.attachment("교육 자료.pdf"))
                .isEqualTo(
                        "attachment; filename=\"__ __.pdf\";"
                                + " filename*=UTF-8''%EA%B5%90%EC%9C%A1%20%EC%9E%90%EB%A3%8C.pdf");
    }

    @Test
    void letsNoNameEndTheHeaderOrTheQuotes() {
        assertThat(ContentDisposition.attachment("a\"b\\c%41\r\nX: y;é'*.txt"))
                .isEqualTo(
                        "attachment; filename=\"a_b_c_41__X: y;_'*.txt\";"
                                + " filename*=UTF-8''a%22b%5Cc%2541%0D%0AX%3A%20y%3B%C3%A9%27%2A.txt");
    }

    @Test
    void replacesACharacterBeyondTheBasicPlaneOnce() {
        assertThat(ContentDisposition.attachment("😀.txt"))
                .isEqualTo("attachment; filename=\"_.txt\"; filename*=UTF-8''%F0%9F%98%80.txt");
    }
}
