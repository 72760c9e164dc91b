package io.sillok.commandapi.gateway;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.schemas.operations.CommandSettled;

/// A settlement and where it stands on the log.
record Settled(CommandSettled settlement, LogPosition position) {}
