package io.sillok.schemas.generation;

/// How somebody wants to be answered.
public record AskerProfile(
        SkillLevel skillLevel,
        OutputStructure outputStructure,
        ExplanationStyle explanationStyle) {}
