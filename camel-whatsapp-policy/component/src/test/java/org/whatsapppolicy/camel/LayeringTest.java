package org.whatsapppolicy.camel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The layers of docs/architecture.adoc, enforced. */
class LayeringTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.whatsapppolicy.policy", "org.whatsapppolicy.store", "org.whatsapppolicy.camel");

    @Test
    void the_core_knows_neither_camel_nor_databases_nor_json_nor_logs() {
        noClasses()
                .that()
                .resideInAPackage("org.whatsapppolicy.policy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "com.fasterxml..",
                        "org.slf4j..",
                        "org.whatsapppolicy.store..",
                        "org.whatsapppolicy.camel..")
                .check(OURS);
    }

    @Test
    void the_core_has_no_clock_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage("org.whatsapppolicy.policy..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(OURS);
    }

    @Test
    void the_store_and_the_component_take_time_from_the_store_or_from_outside() {
        noClasses()
                .that()
                .resideInAnyPackage("org.whatsapppolicy.store..", "org.whatsapppolicy.camel..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void the_store_knows_no_camel_and_not_the_component() {
        noClasses()
                .that()
                .resideInAPackage("org.whatsapppolicy.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "org.whatsapppolicy.camel..")
                .check(OURS);
    }

    @Test
    void what_works_behind_the_endpoints_does_not_know_them() {
        noClasses()
                .that()
                .resideInAPackage("org.whatsapppolicy.camel.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.whatsapppolicy.camel")
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.whatsapppolicy.policy.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
        slices().matching("org.whatsapppolicy.store.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
        slices().matching("org.whatsapppolicy.camel.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}
