package io.sillok.platform.web.access;

/// Whose tokens are believed.
///
/// @param issuer the only `iss` accepted
/// @param audience must be among the token's `aud`
/// @param jwks where the issuer's public keys are: a file, or an `http` or `https` URL
public record TokenSettings(String issuer, String audience, String jwks) {}
