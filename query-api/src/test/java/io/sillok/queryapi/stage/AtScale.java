package io.sillok.queryapi.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class that is run once for each [Scale] that is asked for, and may have one as a
/// parameter.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith({StageExtension.class, Scales.class})
public @interface AtScale {

    /// What there is to be read.
    Class<? extends Data> data();

    /// The factor when none is asked for.
    String usually();
}
