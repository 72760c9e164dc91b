package io.sillok.standalone.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The main classes of every module, read once, and the names of the modules' packages.
final class Platform {

    static final String SCHEMAS = "io.sillok.schemas..";
    static final String PLATFORM = "io.sillok.platform..";
    static final String WEB = "io.sillok.platform.web..";
    static final String KAFKA = "io.sillok.platform.kafka..";
    static final String STORES = "io.sillok.platform.stores..";
    static final String BLOBS = "io.sillok.platform.blobs..";
    static final String ACCESS = "io.sillok.platform.access..";
    static final String TESTKIT = "io.sillok.platform.testkit..";
    static final String COMMAND_API = "io.sillok.commandapi..";
    static final String PROCESSORS = "io.sillok.processors..";
    static final String QUERY_API = "io.sillok.queryapi..";
    static final String STANDALONE = "io.sillok.standalone..";
    static final String ENGINES = "io.sillok.engines..";
    static final String SANDBOX = "io.sillok.sandbox..";

    static final List<String> CONTEXTS =
            List.of("identity", "catalog", "bookings", "generation", "operations");

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.sillok");

    private Platform() {}
}
