package io.sillok.schemas.identity;

/// How a person wants the coding assistant to answer.
public record CodingProfile(
        SkillLevel skillLevel,
        OutputStructure outputStructure,
        ExplanationStyle explanationStyle) {}
