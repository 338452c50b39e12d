package org.lacrima.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java on a page of the documentation, held to the source of the test that compiles and runs it. */
public final class PageExamples {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private PageExamples() {}

    /** Every block of Java on the page stands in the test's source, white space aside. */
    public static void assertThatBlocksOf(String page, Class<?> test) throws IOException {
        Path root = Path.of(System.getProperty("lacrima.root", ".."));
        String source = dense(Files.readString(
                root.resolve("core/src/test/java/" + test.getName().replace('.', '/') + ".java")));
        Matcher block = JAVA.matcher(Files.readString(root.resolve(page)));
        int blocks = 0;
        while (block.find()) {
            assertThat(source).as("source of %s", test).contains(dense(block.group(1)));
            blocks++;
        }
        assertThat(blocks).as("examples on %s", page).isPositive();
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
