package io.sillok.processors.generation.prompt;

/// A block of code in an answer.
///
/// @param language as the fence names it, in lower case; may be empty
/// @param code without the fences
record FencedBlock(String language, String code) {}
