package io.sillok.platform.web.access;

import java.util.UUID;

/// The session that a token was issued in.
///
/// @param id of the session
/// @param holderVersion the version that the holder's account had when their roles were read; what
///   changed them later makes the token void
public record SessionClaim(UUID id, long holderVersion) {}
