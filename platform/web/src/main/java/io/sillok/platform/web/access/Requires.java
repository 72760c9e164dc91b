package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a caller must have, beyond a valid token, to use a resource or one of its methods. On a
/// method it replaces what stands on the class.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    /// The lowest role that will do.
    Role role() default Role.USER;

    /// A scope the token must be issued for; empty for none.
    String scope() default "";
}
