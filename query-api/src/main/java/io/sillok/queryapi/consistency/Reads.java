package io.sillok.queryapi.consistency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The views that a resource method answers from. Before the method runs, the request is held back
/// until they are as fresh as the request's `Consistency-Token` or `Consistency` asks.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reads {

    View[] value();
}
