package org.lacrima.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many bytes a computation allocates on the calling thread: the least of several calls after the first ones, which load
 * classes. Unlike time it does not depend on the machine, so that a test can hold a kernel to it.
 */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    public static long of(Runnable computation) {
        long least = Long.MAX_VALUE;
        for (int call = 0; call < 6; call++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            computation.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
