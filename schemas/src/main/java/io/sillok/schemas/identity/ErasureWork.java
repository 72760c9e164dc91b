package io.sillok.schemas.identity;

import io.sillok.schemas.personal.UserId;

/// A person to erase: work for the eraser, answered with [ErasureCommand.Conclude].
public record ErasureWork(UserId user) {}
