package org.lacrima.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * How many threads share the work on independent parts: windows, recordings, participants.
 *
 * <pre>{@code
 * List<Correction> corrected = Threads.all().map(recordings, LipponenTarvainen.withDefaults()::correct);
 * }</pre>
 *
 * <p>Each part is computed by one thread from start to end and results keep the order of their parts, so that a pure
 * function gives the bit-equal list for any number of threads.
 *
 * @param count number of threads, at least 1; with 1 the caller's own thread does everything
 */
public record Threads(int count) {

    /** Checks the number. */
    public Threads {
        if (count < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "number of threads must be at least 1, got %d", count));
        }
    }

    /** The caller's thread alone. */
    public static Threads one() {
        return new Threads(1);
    }

    /** So many threads. */
    public static Threads of(int count) {
        return new Threads(count);
    }

    /** As many threads as the machine has processors for this process. */
    public static Threads all() {
        return new Threads(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Applies a function to every part. The threads are made for this call and end with it.
     *
     * @param parts what the function is applied to
     * @param function pure, or at least safe to be called by several threads at once
     * @return the results, in the order of the parts
     * @throws RuntimeException what the function throws, for the first of the parts on which it does
     */
    public <T, R> List<R> map(List<T> parts, Function<? super T, ? extends R> function) {
        int workers = Math.min(count, parts.size());
        List<R> results = new ArrayList<>(parts.size());
        if (workers <= 1) {
            for (T part : parts) {
                results.add(function.apply(part));
            }
            return results;
        }
        List<Part<T, R>> tasks = new ArrayList<>(parts.size());
        for (T part : parts) {
            tasks.add(new Part<>(part));
        }
        share(tasks, function, workers);
        for (Part<T, R> task : tasks) {
            results.add(task.result());
        }
        return results;
    }

    private static <T, R> void share(List<Part<T, R>> tasks, Function<? super T, ? extends R> function, int workers) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>(workers);
            for (int w = 0; w < workers; w++) {
                running.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                        tasks.get(i).compute(function);
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the threads of a computation", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One part with what became of it; written by one thread and read when that has ended. */
    private static final class Part<T, R> {
        private final T argument;
        private final List<R> results = new ArrayList<>(1);
        private final List<Throwable> failures = new ArrayList<>(0);

        Part(T argument) {
            this.argument = argument;
        }

        void compute(Function<? super T, ? extends R> function) {
            try {
                results.add(function.apply(argument));
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }

        R result() {
            for (Throwable failure : failures) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
            return results.get(0);
        }
    }
}
