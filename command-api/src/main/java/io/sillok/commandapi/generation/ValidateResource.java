package io.sillok.commandapi.generation;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at a question before it costs anything. Nothing is sent and nothing is kept.
@Path(Api.BASE + "/validate")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class ValidateResource {

    private static final Pattern SPACE = Pattern.compile("[\\s_-]+");
    private static final int CHARACTERS_PER_TOKEN = 4;

    /// Languages that models are asked for, without spaces and in lower case.
    private static final Set<String> LANGUAGES =
            Set.of(
                    "assembly",
                    "bash",
                    "c",
                    "c#",
                    "c++",
                    "clojure",
                    "cobol",
                    "cpp",
                    "csharp",
                    "css",
                    "cuda",
                    "dart",
                    "dockerfile",
                    "elixir",
                    "erlang",
                    "f#",
                    "fortran",
                    "fsharp",
                    "go",
                    "golang",
                    "graphql",
                    "groovy",
                    "haskell",
                    "hcl",
                    "html",
                    "java",
                    "javascript",
                    "js",
                    "json",
                    "julia",
                    "kotlin",
                    "latex",
                    "lisp",
                    "lua",
                    "makefile",
                    "markdown",
                    "matlab",
                    "nim",
                    "objectivec",
                    "ocaml",
                    "octave",
                    "pascal",
                    "perl",
                    "php",
                    "plsql",
                    "powershell",
                    "prolog",
                    "protobuf",
                    "py",
                    "python",
                    "python3",
                    "r",
                    "racket",
                    "ruby",
                    "rust",
                    "scala",
                    "scheme",
                    "sh",
                    "shell",
                    "solidity",
                    "sql",
                    "svelte",
                    "swift",
                    "terraform",
                    "toml",
                    "ts",
                    "tsql",
                    "typescript",
                    "vb.net",
                    "verilog",
                    "vhdl",
                    "visualbasic",
                    "vue",
                    "xml",
                    "yaml",
                    "zig");

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "validateQuestion",
            summary = "Look at a question or code before it costs anything",
            description = "Checks lengths and language, and looks for secrets. Uses no tokens.")
    @ApiResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = Found.class)))
    public Found validate(Question question) {
        List<Issue> issues = new ArrayList<>();
        length(issues, "user_question", question.userQuestion(), CodeFields.LONGEST_QUESTION);
        length(issues, "code_context", question.codeContext(), CodeFields.LONGEST_CODE);
        if (question.userQuestion().or(question::codeContext).filter(t -> !t.isBlank()).isEmpty()) {
            issues.add(new Issue("user_question", "blank", "There is nothing to answer."));
        }
        question.language()
                .filter(name -> !LANGUAGES.contains(folded(name)))
                .ifPresent(
                        _ ->
                                issues.add(
                                        new Issue(
                                                "language",
                                                "language-unknown",
                                                "This is no language that models are asked for.")));
        secrets(issues, "user_question", question.userQuestion());
        secrets(issues, "code_context", question.codeContext());
        int characters =
                question.userQuestion().orElse("").length()
                        + question.codeContext().orElse("").length();
        return new Found(
                issues.isEmpty(),
                issues,
                (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    private static void length(
            List<Issue> issues, String field, Optional<String> text, int longest) {
        if (text.filter(t -> t.codePointCount(0, t.length()) > longest).isPresent()) {
            issues.add(
                    new Issue(
                            field, "too-long", "It may have at most " + longest + " characters."));
        }
    }

    private static void secrets(List<Issue> issues, String field, Optional<String> text) {
        Secrets.in(text.orElse(""))
                .forEach(
                        kind ->
                                issues.add(
                                        new Issue(
                                                field,
                                                "secret-" + kind,
                                                "It holds what looks like a secret.")));
    }

    private static String folded(String language) {
        return SPACE.matcher(language.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// What somebody would ask.
    @Schema(name = "QuestionToValidate")
    record Question(
            Optional<String> userQuestion,
            Optional<String> codeContext,
            Optional<String> language) {}

    /// What was found.
    ///
    /// @param estimatedTokens of the question, roughly
    @Schema(name = "Validation")
    record Found(boolean valid, List<Issue> issues, int estimatedTokens) {

        Found {
            issues = List.copyOf(issues);
        }
    }

    /// One thing that is not as it should be.
    @Schema(name = "ValidationIssue")
    record Issue(String field, String reason, String message) {}
}
