package io.sillok.commandapi.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "private-key|-----BEGIN RSA PRIVATE KEY-----",
                "private-key|-----BEGIN PRIVATE KEY-----",
                "api-key|key = slk_0190f3a0-0000-7000-8000-000000000001_abcdefghijklmnopqrstuvwxyz",
                "api-key|OPENAI=sk-proj-abcdefghijklmnopqrstuvwx",
                "access-key|AKIAIOSFODNN7EXAMPLE",
                "access-token|ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "access-token|eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.abcdefghijklmnop",
                "password|password: \"correct-horse\"",
                "password|API_KEY = 'abcdefgh12345'",
                "password|postgres://ada:secret@db.example/main",
                "resident-number|주민번호 900101-1234567"
            })
    void areFoundByTheirForm(String kind, String text) {
        assertThat(Secrets.in("before " + text + " behind")).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def password(length): return token_hex(length)",
                "password = input()",
                "https://example.com/a:b/c@d",
                "task-sk-1",
                "2026-01-31T09:00:00Z",
                "010-1234-5678"
            })
    void areNotEverywhere(String text) {
        assertThat(Secrets.in(text)).isEmpty();
    }

    @Test
    void areNamedOnceEach() {
        assertThat(Secrets.in("AKIAIOSFODNN7EXAMPLE AKIAIOSFODNN7EXAMPLF password='12345678'"))
                .containsExactly("access-key", "password");
    }
}
