package io.sillok.schemas.identity;

/// Who somebody is at another place (OpenID Connect Core 1.0, section 2): the two together never
/// mean anybody else.
///
/// @param issuer the URL of the place
/// @param subject its name for the person
public record ExternalIdentity(String issuer, String subject) {}
