package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.ResultTable;

/** Every result record of the statistics prints itself, and its tables hold every number that it holds. */
class StatisticalResultTest {

    private static final List<String> PACKAGES =
            List.of("stats", "models", "survival", "meta", "agreement", "confounding");

    private static Stream<Class<?>> publicTypes() {
        try {
            Path root = Path.of(StatisticalResult.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> types = new ArrayList<>();
            for (String part : PACKAGES) {
                try (Stream<Path> files = Files.list(root.resolve("org/lacrima/analysis/" + part))) {
                    for (String file :
                            files.map(f -> f.getFileName().toString()).sorted().toList()) {
                        if (file.endsWith(".class") && !file.equals("package-info.class")) {
                            Class<?> type = Class.forName(
                                    "org.lacrima.analysis." + part + "." + file.substring(0, file.length() - 6));
                            if (Modifier.isPublic(type.getModifiers())) {
                                types.add(type);
                            }
                        }
                    }
                }
            }
            return types.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Class<?>> results() {
        return publicTypes().filter(StatisticalResult.class::isAssignableFrom).filter(type -> !type.isInterface());
    }

    /** Makes values of any type, each number another; all of them are between 0 and 1. */
    private static final class Numbers {
        private final Set<Double> made = new TreeSet<>();
        private int integers = 2;

        Object of(Type type) throws ReflectiveOperationException {
            if (type instanceof ParameterizedType p) {
                Type inner = p.getActualTypeArguments()[0];
                return p.getRawType() == List.class ? List.of(of(inner), of(inner)) : Inference.of(of(inner));
            }
            Class<?> raw = (Class<?>) type;
            if (raw == double.class || raw == Double.class) {
                double number = 0.1 + made.size() / 1000.0;
                made.add(number);
                return number;
            }
            if (raw == int.class || raw == Integer.class || raw == long.class) {
                integers++;
                made.add((double) integers);
                return raw == long.class ? (Object) (long) integers : (Object) integers;
            }
            if (raw == String.class) {
                return "word";
            }
            if (raw == boolean.class) {
                return true;
            }
            if (raw.isEnum()) {
                return raw.getEnumConstants()[0];
            }
            return record(raw);
        }

        Object record(Class<?> type) throws ReflectiveOperationException {
            RecordComponent[] components = type.getRecordComponents();
            assertThat(components).as("%s is a record", type).isNotNull();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = of(components[i].getGenericType());
            }
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        }
    }

    private static Set<Double> numbersIn(List<ResultTable> tables) {
        Set<Double> numbers = new HashSet<>();
        for (ResultTable table : tables) {
            for (List<Cell> row : table.rows()) {
                for (Cell cell : row) {
                    if (cell instanceof Cell.Value value) {
                        numbers.add(value.value());
                    }
                }
            }
        }
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("results")
    void theTablesOfAResultLoseNoNumber(Class<?> type) throws ReflectiveOperationException {
        Numbers numbers = new Numbers();
        StatisticalResult result = (StatisticalResult) numbers.record(type);

        List<ResultTable> tables = result.toTables("result");

        assertThat(numbersIn(tables)).containsAll(numbers.made);
        assertThat(tables.get(0).rows()).hasSize(1);
        assertThat(tables.stream().map(ResultTable::name)).doesNotHaveDuplicates();
        assertThat(result.apa()).isNotBlank();
        assertThat(result.toTable("result").rows()).isNotEmpty();
    }

    @Test
    void whatAProcedureAnswersIsAResultThatPrintsItself() {
        Set<String> silent = new TreeSet<>();
        publicTypes().forEach(type -> {
            for (Method method : type.getDeclaredMethods()) {
                Class<?> answer = answer(method);
                boolean isComponent = type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(c -> c.getAccessor().equals(method));
                if (Modifier.isPublic(method.getModifiers())
                        && !isComponent
                        && answer.isRecord()
                        && !StatisticalResult.class.isAssignableFrom(answer)) {
                    silent.add(type.getSimpleName() + "." + method.getName() + " → " + answer.getSimpleName());
                }
            }
        });

        assertThat(silent).isEmpty();
    }

    /** What a method may answer: the type within Inference and List. */
    private static Class<?> answer(Method method) {
        Type type = method.getGenericReturnType();
        boolean isInference = false;
        while (type instanceof ParameterizedType p) {
            isInference |= p.getRawType() == Inference.class;
            type = p.getActualTypeArguments()[0];
        }
        return isInference && type instanceof Class<?> c ? c : Object.class;
    }

    @Test
    void listsBecomeTablesOfTheirOwn() {
        List<ResultTable> tables =
                new KruskalWallis.Result(1.5, 2, 0.4, 0.1, 0.2, List.of(3.5, 4.5, 7.0), 0, 9).toTables("ranks");

        assertThat(tables.stream().map(ResultTable::name)).containsExactly("ranks", "ranks_mean_ranks");
        assertThat(tables.get(1).cell(2, "index")).isEqualTo(Cell.of(3));
        assertThat(tables.get(1).cell(2, "value")).isEqualTo(Cell.of(7.0));
    }

    @Test
    void whatIsMissingKeepsItsColumnsWordsIncluded() {
        record Answer(Inference<ChiSquaredTest> test) implements StatisticalResult {
            @Override
            public String apa() {
                return "a test";
            }
        }
        ResultTable both = StatisticalResult.toTable(
                "tests",
                "one with an answer, one without",
                List.of(
                        new Answer(Inference.of(new ChiSquaredTest("Wald", 4, 1, 0.0455))),
                        new Answer(Inference.notEstimable("nobody"))));

        assertThat(both.cell(0, "test_name")).isEqualTo(Cell.of("Wald"));
        assertThat(both.cell(1, "test_name")).isEqualTo(Cell.of(""));
        assertThat(both.cell(1, "test_p")).isEqualTo(Cell.missing("nobody"));
    }
}
