package io.sillok.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Set;

/// Packages and calls that some packages must do without.
final class Ban {

    private static final Set<String> SQL_WRITES =
            Set.of(
                    "createUpdate",
                    "prepareBatch",
                    "createBatch",
                    "createScript",
                    "createCall",
                    "execute",
                    "executeUpdate",
                    "executeLargeUpdate",
                    "executeBatch");
    private static final Set<String> SEARCH_WRITES =
            Set.of(
                    "bulk",
                    "create",
                    "delete",
                    "deleteByQuery",
                    "index",
                    "putMapping",
                    "reindex",
                    "update",
                    "updateAliases",
                    "updateByQuery");

    private final String[] banned;

    private Ban(String... banned) {
        this.banned = banned;
    }

    static Ban nothingOf(String... packages) {
        return new Ban(packages);
    }

    /// Checks that these packages do not use what is banned.
    void in(String... packages) {
        noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(banned)
                .allowEmptyShould(true)
                .check(Platform.CLASSES);
    }

    /// Calls of Jdbi or JDBC that change rows.
    static DescribedPredicate<JavaCall<?>> sqlWrites() {
        return DescribedPredicate.describe(
                "changes rows", call -> isCall(call, SQL_WRITES, "org.jdbi.", "java.sql."));
    }

    /// Calls of the OpenSearch client that change documents or indices.
    static DescribedPredicate<JavaCall<?>> searchWrites() {
        return DescribedPredicate.describe(
                "changes documents",
                call -> isCall(call, SEARCH_WRITES, "org.opensearch.client.opensearch."));
    }

    private static boolean isCall(JavaCall<?> call, Set<String> names, String... owners) {
        String owner = call.getTargetOwner().getFullName();
        if (!names.contains(call.getTarget().getName()) || owner.endsWith("$Builder")) {
            return false;
        }
        for (String prefix : owners) {
            if (owner.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
