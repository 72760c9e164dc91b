/// Login with an account elsewhere: OpenID Connect, authorization code flow with PKCE. From the
/// redirect to the provider to an identity that is proven.
@NullMarked
package io.sillok.commandapi.identity.oidc;

import org.jspecify.annotations.NullMarked;
