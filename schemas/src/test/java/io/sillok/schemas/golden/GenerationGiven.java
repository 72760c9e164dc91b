package io.sillok.schemas.golden;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.AskerProfile;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.ExplanationStyle;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.OutputStructure;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.SkillLevel;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the samples of generation are about. Never changes, as [Given] does not.
final class GenerationGiven {

    static final UserId OWNER = UserId.parse("01937b70-1a11-7110-8111-a1b2c3d4e501");
    static final AccountId ACCOUNT = AccountId.of(OWNER);
    static final BoundaryKey KEY = ACCOUNT.key();
    static final GenerationId GENERATION =
            GenerationId.of(ACCOUNT, UUID.fromString("01937b71-0a0a-7a0a-8a0a-0a0a0a0a0a01"));
    static final GenerationId EARLIER =
            GenerationId.of(ACCOUNT, UUID.fromString("01937b71-0b0b-7b0b-8b0b-0b0b0b0b0b02"));
    static final AgentId AGENT =
            AgentId.of(ACCOUNT, UUID.fromString("01937b71-0c0c-7c0c-8c0c-0c0c0c0c0c03"));

    static final Prompt CODE =
            new Prompt.Code(
                    "리스트에서 중복을 없애는 함수를 만들어 줘 🙏",
                    Optional.of("def f(xs):\n    return xs\n"),
                    Optional.of("python"),
                    Optional.of(
                            new AskerProfile(
                                    SkillLevel.BEGINNER,
                                    OutputStructure.MINIMAL,
                                    ExplanationStyle.BRIEF)));
    static final Prompt GAP =
            new Prompt.Completion("for i in ra", ":\n    pass", Optional.of("python"));
    static final Optional<String> INSTRUCTIONS = Optional.of("항상 타입 힌트를 써라.\nBe brief.");
    static final Parameters PARAMETERS =
            new Parameters(Optional.of("gpt-oss-20b"), Optional.of(0.2), Optional.of(2_048));

    static final Answer ANSWER =
            new Answer(
                    "```python\nlist(dict.fromkeys(xs))\n```\n순서를 지킵니다.",
                    Optional.of("list(dict.fromkeys(xs))"),
                    Optional.of("순서를 지킵니다."),
                    List.of(),
                    "0123456789abcdef".repeat(4));
    static final Answer SUGGESTIONS =
            new Answer(
                    "nge(10)",
                    Optional.empty(),
                    Optional.empty(),
                    List.of("nge(10)", "nge(n)"),
                    "fedcba9876543210".repeat(4));
    static final Consumption CONSUMPTION =
            new Consumption("gpt-oss-20b", new Usage(123, 45, false), new Cost("0.0000425", "USD"));
    static final Consumption ESTIMATED =
            new Consumption("sandbox", new Usage(123, 7, true), Cost.none("USD"));

    private GenerationGiven() {}
}
