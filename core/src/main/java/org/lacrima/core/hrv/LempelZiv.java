package org.lacrima.core.hrv;

import java.util.Arrays;

/**
 * Number of phrases of a binary sequence by Lempel &amp; Ziv 1976: each phrase is the shortest that has not occurred before
 * within the sequence up to its own last symbol but one. Whether it has is asked of a suffix automaton that grows along,
 * so that the whole takes a time proportional to the length, where searching anew takes its square.
 */
final class LempelZiv {
    /** Transitions of each state: to {@code next[2·state + symbol]}, or −1. */
    private int[] next = new int[64];

    /** The state of the longest suffix that belongs to another state. */
    private int[] link = new int[32];

    /** Length of the longest string of each state. */
    private int[] length = new int[32];

    private int states;
    private int whole;

    private LempelZiv() {
        addState(0);
        link[0] = -1;
    }

    /** Number of phrases; an unfinished one at the end counts. */
    static int phrases(boolean[] symbols) {
        LempelZiv automaton = new LempelZiv();
        int phrases = 0;
        int state = 0;
        int matched = 0;
        for (boolean symbol : symbols) {
            int s = symbol ? 1 : 0;
            int to = automaton.next[2 * state + s];
            if (to >= 0) {
                state = to;
                matched++;
            } else {
                phrases++;
                state = 0;
                matched = 0;
            }
            automaton.append(s);
            // Appending may have split the state: the phrase belongs to the part that holds strings of its length.
            while (state > 0 && automaton.length[automaton.link[state]] >= matched) {
                state = automaton.link[state];
            }
        }
        return matched > 0 ? phrases + 1 : phrases;
    }

    private int addState(int longest) {
        if (states == length.length) {
            length = Arrays.copyOf(length, 2 * states);
            link = Arrays.copyOf(link, 2 * states);
            next = Arrays.copyOf(next, 4 * states);
        }
        length[states] = longest;
        next[2 * states] = -1;
        next[2 * states + 1] = -1;
        return states++;
    }

    private void append(int symbol) {
        int last = whole;
        whole = addState(length[last] + 1);
        int p = last;
        while (p >= 0 && next[2 * p + symbol] < 0) {
            next[2 * p + symbol] = whole;
            p = link[p];
        }
        if (p < 0) {
            link[whole] = 0;
            return;
        }
        int q = next[2 * p + symbol];
        if (length[q] == length[p] + 1) {
            link[whole] = q;
            return;
        }
        int split = addState(length[p] + 1);
        next[2 * split] = next[2 * q];
        next[2 * split + 1] = next[2 * q + 1];
        link[split] = link[q];
        link[q] = split;
        link[whole] = split;
        while (p >= 0 && next[2 * p + symbol] == q) {
            next[2 * p + symbol] = split;
            p = link[p];
        }
    }
}
