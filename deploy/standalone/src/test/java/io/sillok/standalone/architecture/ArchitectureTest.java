package io.sillok.standalone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.sillok.standalone.architecture.Ban.nothingOf;
import static io.sillok.standalone.architecture.Platform.ACCESS;
import static io.sillok.standalone.architecture.Platform.BLOBS;
import static io.sillok.standalone.architecture.Platform.CLASSES;
import static io.sillok.standalone.architecture.Platform.COMMAND_API;
import static io.sillok.standalone.architecture.Platform.ENGINES;
import static io.sillok.standalone.architecture.Platform.KAFKA;
import static io.sillok.standalone.architecture.Platform.PLATFORM;
import static io.sillok.standalone.architecture.Platform.PROCESSORS;
import static io.sillok.standalone.architecture.Platform.QUERY_API;
import static io.sillok.standalone.architecture.Platform.SANDBOX;
import static io.sillok.standalone.architecture.Platform.SCHEMAS;
import static io.sillok.standalone.architecture.Platform.STANDALONE;
import static io.sillok.standalone.architecture.Platform.STORES;
import static io.sillok.standalone.architecture.Platform.TESTKIT;
import static io.sillok.standalone.architecture.Platform.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Data flows one way: what the modules' poms allow, and what they cannot say.
class ArchitectureTest {

    private static final String PROJECTIONS = "io.sillok.processors.engine.projection..";
    private static final String STREAMS = "org.apache.kafka.streams..";
    private static final String PRODUCER = "org.apache.kafka.clients.producer..";
    private static final String ANY_KAFKA = "org.apache.kafka..";
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.jdbi.."};
    private static final String[] SEARCH = {"org.opensearch.."};
    private static final String[] HTTP = {
        "jakarta.ws.rs..", "jakarta.servlet..", "io.dropwizard..", "org.eclipse.jetty.."
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCHEMAS,
                WEB,
                KAFKA,
                STORES,
                BLOBS,
                ACCESS,
                COMMAND_API,
                PROCESSORS,
                QUERY_API,
                STANDALONE,
                SANDBOX
            })
    void seesEveryModule(String module) {
        assertThat(CLASSES.that(resideInAPackage(module))).isNotEmpty();
    }

    @Nested
    class Modules {

        @Test
        void theContractKnowsNothingButJson() {
            classes()
                    .that()
                    .resideInAPackage(SCHEMAS)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            SCHEMAS,
                            "java..",
                            "javax.crypto..",
                            "com.fasterxml.jackson..",
                            "org.jspecify..")
                    .check(CLASSES);
            nothingOf("java.sql..").in(SCHEMAS);
            noClasses()
                    .that()
                    .resideInAPackage(SCHEMAS)
                    .should()
                    .dependOnClassesThat(resideInAPackage("java.net..").and(not(type(IDN.class))))
                    .because("spelling a domain name is all it may know of the network")
                    .check(CLASSES);
        }

        @Test
        void thePlatformKnowsNoService() {
            nothingOf(COMMAND_API, PROCESSORS, QUERY_API, STANDALONE, ENGINES).in(PLATFORM);
        }

        @Test
        void thePlatformNamesNoDomain() {
            nothingOf(
                            "io.sillok.schemas.identity..",
                            "io.sillok.schemas.catalog..",
                            "io.sillok.schemas.bookings..",
                            "io.sillok.schemas.generation..")
                    .in(PLATFORM);
        }

        @Test
        void thePlatformIsCutByTechnology() {
            nothingOf(KAFKA, STORES, BLOBS, TESTKIT, ANY_KAFKA).in(WEB);
            nothingOf(WEB, STORES, BLOBS, TESTKIT).in(KAFKA);
            nothingOf(WEB, KAFKA, BLOBS, TESTKIT, ANY_KAFKA).in(STORES);
            nothingOf(WEB, KAFKA, STORES, TESTKIT, ANY_KAFKA).in(BLOBS);
            nothingOf(ACCESS).in(WEB, KAFKA, STORES, BLOBS);
            nothingOf(BLOBS, TESTKIT, ANY_KAFKA).in(ACCESS);
            nothingOf(SQL).in(WEB, KAFKA, BLOBS);
            nothingOf(SEARCH).in(WEB, KAFKA, BLOBS);
            nothingOf(HTTP).in(KAFKA, STORES, BLOBS);
        }

        @Test
        void theServicesDoNotKnowEachOther() {
            nothingOf(PROCESSORS, QUERY_API, STANDALONE, ENGINES).in(COMMAND_API);
            nothingOf(COMMAND_API, PROCESSORS, STANDALONE, ENGINES).in(QUERY_API);
            nothingOf(COMMAND_API, QUERY_API, STANDALONE, ENGINES).in(PROCESSORS);
        }

        @Test
        void theSandboxModelIsStrangerToAll() {
            nothingOf(SANDBOX).in(SCHEMAS, PLATFORM, COMMAND_API, PROCESSORS, QUERY_API, ENGINES);
            nothingOf(SCHEMAS, PLATFORM, COMMAND_API, PROCESSORS, QUERY_API, STANDALONE, ENGINES)
                    .in(SANDBOX);
        }

        @Test
        void modelsAreCalledInOnePlace() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.sillok.processors.generation.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.openai..", "io.github.resilience4j..")
                    .check(CLASSES);
        }

        @Test
        void testMachineryIsInNoService() {
            nothingOf(TESTKIT).in(COMMAND_API, PROCESSORS, QUERY_API, STANDALONE);
        }
    }

    @Nested
    class OneWay {

        @Test
        void onlyProcessorsDecide() {
            nothingOf(STREAMS).in(COMMAND_API, QUERY_API, PLATFORM, STANDALONE);
        }

        @Test
        void commandsAreTakenWithOneViewOnly() {
            noClasses()
                    .that()
                    .resideInAPackage(COMMAND_API)
                    .and()
                    .doNotHaveSimpleName("CredentialDirectory")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SQL)
                    .check(CLASSES);
            noClasses()
                    .that()
                    .resideInAPackage(COMMAND_API)
                    .should()
                    .callMethodWhere(Ban.sqlWrites())
                    .check(CLASSES);
            nothingOf(SEARCH).in(COMMAND_API);
        }

        @Test
        void callersAreCheckedWithoutWriting() {
            noClasses()
                    .that()
                    .resideInAPackage(ACCESS)
                    .should()
                    .callMethodWhere(Ban.sqlWrites())
                    .check(CLASSES);
            nothingOf(PRODUCER, SEARCH[0]).in(ACCESS);
        }

        @Test
        void readsWriteNothingToTheLog() {
            nothingOf(PRODUCER).in(QUERY_API);
        }

        @Test
        void readsWriteNothingToAView() {
            noClasses()
                    .that()
                    .resideInAPackage(QUERY_API)
                    .should()
                    .callMethodWhere(Ban.sqlWrites().or(Ban.searchWrites()))
                    .check(CLASSES);
        }

        @Test
        void rowsAreWrittenByProjectionsOnly() {
            noClasses()
                    .that()
                    .resideInAPackage(PROCESSORS)
                    .and()
                    .resideOutsideOfPackage(PROJECTIONS)
                    .and()
                    .doNotImplement("io.sillok.processors.engine.projection.PostgresRows")
                    .should()
                    .callMethodWhere(Ban.sqlWrites())
                    .check(CLASSES);
        }

        @Test
        void processorsServeNoHttp() {
            nothingOf(HTTP).in(PROCESSORS);
        }
    }

    @Nested
    class Contexts {

        static final List<String> CONTEXTS = Platform.CONTEXTS;

        @ParameterizedTest
        @FieldSource("CONTEXTS")
        void doNotKnowEachOther(String context) {
            // settlements and dead letters, in `operations`, belong to every context
            String[] others =
                    CONTEXTS.stream()
                            .filter(other -> !other.equals(context))
                            .filter(other -> !other.equals("operations"))
                            .map(other -> "io.sillok.*." + other + "..")
                            .toArray(String[]::new);
            nothingOf(others).in("io.sillok.*." + context + "..");
        }

        @ParameterizedTest
        @FieldSource("CONTEXTS")
        void areUnknownToTheMachineryAroundThem(String context) {
            nothingOf("io.sillok.processors." + context + "..").in("io.sillok.processors.engine..");
            nothingOf("io.sillok.commandapi." + context + "..")
                    .in("io.sillok.commandapi.gateway..");
            nothingOf("io.sillok.queryapi." + context + "..")
                    .in(
                            "io.sillok.queryapi.consistency..",
                            "io.sillok.queryapi.http..",
                            "io.sillok.queryapi.log..");
        }

        @ParameterizedTest
        @ValueSource(strings = {"schemas", "commandapi", "processors", "queryapi", "standalone"})
        void dependOnEachOtherWithoutCycles(String module) {
            slices().matching("io.sillok." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(CLASSES);
        }
    }
}
