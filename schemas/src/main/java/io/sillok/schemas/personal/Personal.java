package io.sillok.schemas.personal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record component that holds data of the person its message is [AboutPerson]. It is encrypted
/// under that person's key wherever it is stored on the log, and reads as absent once the key is
/// destroyed; so its type is `Optional`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER
})
public @interface Personal {}
