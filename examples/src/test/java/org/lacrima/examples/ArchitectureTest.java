package org.lacrima.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction in which modules and packages may depend on each other. */
class ArchitectureTest {
    private static final JavaClasses LACRIMA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lacrima");

    @Test
    void coreKnowsNeitherFilesNorComparison() {
        noClasses()
                .that()
                .resideInAPackage("org.lacrima.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lacrima.io..", "org.lacrima.analysis..", "org.lacrima.examples..")
                .check(LACRIMA);
    }

    @Test
    void ioAndAnalysisNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.lacrima.io..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lacrima.analysis..", "org.lacrima.examples..")
                .check(LACRIMA);
        noClasses()
                .that()
                .resideInAPackage("org.lacrima.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lacrima.io..", "org.lacrima.examples..")
                .check(LACRIMA);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.lacrima.(**)").should().beFreeOfCycles().check(LACRIMA);
    }

    @Test
    void tablesawStaysAtTheEdgeAndChartsBehindOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lacrima.io..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tech.tablesaw..")
                .check(LACRIMA);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lacrima.analysis.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..")
                .check(LACRIMA);
    }
}
