package io.sillok.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.sillok.standalone.architecture.Platform.CLASSES;
import static io.sillok.standalone.architecture.Platform.ENGINES;
import static io.sillok.standalone.architecture.Platform.SCHEMAS;
import static io.sillok.standalone.architecture.Platform.STANDALONE;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import io.sillok.schemas.envelope.Ids;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How all main code is written, as far as a machine can tell.
class HouseRulesTest {

    private static final String ENGINE = "io.sillok.processors.engine.";

    @Nested
    class Names {

        @Test
        void sayWhatAThingIs() {
            noClasses()
                    .should()
                    .haveNameMatching(
                            "io\\.sillok\\..*[.$](\\w*(Util|Utils|Helper|Helpers|Manager|Impl)"
                                    + "|(Base|Common|Abstract)([A-Z]\\w*)?)")
                    .check(CLASSES);
        }
    }

    @Nested
    class Identities {

        @Test
        void areReadInOnePlace() {
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(Ids.class)
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "reads a UUID that may not be in its canonical form",
                                    access ->
                                            access.getTarget().getName().equals("fromString")
                                                    && access.getTargetOwner()
                                                            .isEquivalentTo(UUID.class)))
                    .check(CLASSES);
        }
    }

    @Nested
    class Nulls {

        @Test
        void areMarkedInEveryPackage() {
            Set<String> unmarked =
                    CLASSES.stream()
                            .map(JavaClass::getPackage)
                            .filter(found -> !isNullMarked(found))
                            .map(JavaPackage::getName)
                            .collect(toCollection(TreeSet::new));

            assertThat(unmarked).isEmpty();
        }

        private static boolean isNullMarked(JavaPackage found) {
            return found.tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isPresent();
        }
    }

    @Nested
    class Purity {

        @Test
        void isKeptByDeciders() {
            classes()
                    .that()
                    .implement(ENGINE + "Decider")
                    .should(new OnlyPureCode())
                    .check(CLASSES);
        }

        @Test
        void isKeptByReactions() {
            classes()
                    .that()
                    .implement(ENGINE + "Reaction")
                    .or()
                    .implement(ENGINE + "ReferenceIndex")
                    .should(new OnlyPureCode())
                    .check(CLASSES);
        }

        @Test
        void isKeptByProjections() {
            classes()
                    .that()
                    .implement(ENGINE + "projection.Projection")
                    .should(new OnlyPureCode())
                    .check(CLASSES);
        }

        @Test
        void isKeptByTheContract() {
            noClasses()
                    .that()
                    .resideInAPackage(SCHEMAS)
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "asks a clock",
                                    call ->
                                            call.getTarget().getName().equals("now")
                                                    || call.getTarget()
                                                            .getName()
                                                            .equals("currentTimeMillis")))
                    .check(CLASSES);
        }
    }

    @Nested
    class State {

        @Test
        void isNeverStatic() {
            noFields()
                    .that()
                    .areStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("io.sillok..")
                    .should()
                    .notBeFinal()
                    .check(CLASSES);
        }

        @Test
        void isNeverBoundToAThread() {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocal.class)
                    .check(CLASSES);
        }
    }

    @Nested
    class Inheritance {

        @Test
        void endsWithOurClasses() {
            classes()
                    .that()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .areNotAnonymousClasses()
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .check(CLASSES);
        }
    }

    @Nested
    class Output {

        @Test
        void goesToTheLog() {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(STANDALONE, ENGINES)
                    .and(doNotBeginAProcess())
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .check(CLASSES);
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "prints a stack trace",
                                    call -> call.getTarget().getName().equals("printStackTrace")))
                    .check(CLASSES);
        }

        private static DescribedPredicate<JavaClass> doNotBeginAProcess() {
            return DescribedPredicate.describe(
                    "do not begin a process",
                    type -> type.tryGetMethod("main", String[].class).isEmpty());
        }

        @Test
        void isLoggedThroughSlf4jOnly() {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.util.logging..",
                            "org.apache.log4j..",
                            "org.apache.logging..",
                            "org.apache.commons.logging..")
                    .check(CLASSES);
        }
    }
}
