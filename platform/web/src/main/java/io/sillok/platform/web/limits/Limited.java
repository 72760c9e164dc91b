package io.sillok.platform.web.limits;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets every API key, and every person with their tokens, and every address of who shows neither,
/// ask only so often. Each process of a service counts by itself.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {

    /// The policy's name in the headers; methods with the same name have their own count each.
    String policy();

    /// How many requests in a minute, which begins with the first.
    int perMinute();
}
