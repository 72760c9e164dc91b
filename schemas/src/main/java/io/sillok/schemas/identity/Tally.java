package io.sillok.schemas.identity;

/// How much of one kind an erased person had.
///
/// @param what kebab-case: the view, the index or the store that was counted
/// @param gone how much of it is no more
/// @param left how much there still is; what the erasure is about until it is 0
public record Tally(String what, long gone, long left) {}
