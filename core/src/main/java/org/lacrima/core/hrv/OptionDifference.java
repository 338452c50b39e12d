package org.lacrima.core.hrv;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One parameter on which two sets of options differ.
 *
 * @param parameter its path, such as {@code time.pnnDivisor}
 * @param from the choice of the first
 * @param to the choice of the second
 * @param moved the first set of options with this one parameter as in the second
 */
public record OptionDifference(String parameter, String from, String to, HrvOptions moved) {

    /**
     * Every parameter on which two sets differ, in the order in which the options state them. Options are records of
     * records: a record whose parts make no sense one by one (a detrending and its strength) counts as one parameter.
     */
    public static List<OptionDifference> between(HrvOptions from, HrvOptions to) {
        List<OptionDifference> differences = new ArrayList<>();
        for (Leaf leaf : leaves("", from, to)) {
            differences.add(new OptionDifference(
                    leaf.path(), String.valueOf(leaf.from()), String.valueOf(leaf.to()), (HrvOptions) leaf.moved()));
        }
        return List.copyOf(differences);
    }

    /** A part that differs, and the record it was found in with that part replaced. */
    private record Leaf(String path, Object from, Object to, Object moved) {}

    private static List<Leaf> leaves(String path, Record from, Record to) {
        List<Leaf> leaves = new ArrayList<>();
        RecordComponent[] components = from.getClass().getRecordComponents();
        for (int c = 0; c < components.length; c++) {
            Object a = part(components[c], from);
            Object b = part(components[c], to);
            if (a.equals(b)) {
                continue;
            }
            String name = path.isEmpty() ? components[c].getName() : path + "." + components[c].getName();
            List<Leaf> inner = List.of();
            if (a instanceof Record first && b instanceof Record second && a.getClass() == b.getClass()) {
                inner = leavesThatStandAlone(name, first, second);
            }
            if (inner.isEmpty()) {
                leaves.add(new Leaf(name, a, b, replaced(from, components, c, b)));
            }
            for (Leaf leaf : inner) {
                leaves.add(new Leaf(leaf.path(), leaf.from(), leaf.to(), replaced(from, components, c, leaf.moved())));
            }
        }
        return leaves;
    }

    private static List<Leaf> leavesThatStandAlone(String name, Record from, Record to) {
        try {
            return leaves(name, from, to);
        } catch (IllegalArgumentException partsBelongTogether) {
            return List.of();
        }
    }

    private static Object part(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static Object replaced(Record of, RecordComponent[] components, int which, Object value) {
        Object[] parts = new Object[components.length];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = c == which ? value : part(components[c], of);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = of.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make " + of.getClass(), e);
        }
    }
}
