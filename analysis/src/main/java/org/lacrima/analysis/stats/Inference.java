package org.lacrima.analysis.stats;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a statistical procedure says of the data, or the reason why the data allow no answer: a group of one, a constant
 * group, ties where a method forbids them. Never a NaN, never an exception for data that cannot answer.
 *
 * @param <T> type of the answer
 */
public sealed interface Inference<T> permits Inference.Answer, Inference.NotEstimable {

    /** An answer. */
    static <T> Inference<T> of(T value) {
        return new Answer<>(value);
    }

    /** The explained absence of an answer. */
    static <T> Inference<T> notEstimable(String reason) {
        return new NotEstimable<>(reason);
    }

    /** The answer, if there is one. */
    Optional<T> value();

    /** The reason why there is no answer; empty where there is one. */
    String reason();

    /** Whether there is an answer. */
    default boolean isEstimable() {
        return this instanceof Answer;
    }

    /** The answer changed by a function; a reason stays as it is. */
    default <R> Inference<R> map(Function<? super T, ? extends R> change) {
        return this instanceof Answer<T> answer ? of(change.apply(answer.answer())) : notEstimable(reason());
    }

    /** What follows from the answer, if anything does; a reason stays as it is. */
    default <R> Inference<R> flatMap(Function<? super T, Inference<R>> next) {
        return this instanceof Answer<T> answer ? next.apply(answer.answer()) : notEstimable(reason());
    }

    /** The answer for a caller who knows that there is one. */
    default T orThrow() {
        return value().orElseThrow(() -> new IllegalStateException("not estimable: " + reason()));
    }

    /**
     * An answer.
     *
     * @param answer the answer
     * @param <T> its type
     */
    record Answer<T>(T answer) implements Inference<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(answer);
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * No answer, and why.
     *
     * @param reason what is wrong and what would be needed
     * @param <T> type that the answer would have
     */
    record NotEstimable<T>(String reason) implements Inference<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
