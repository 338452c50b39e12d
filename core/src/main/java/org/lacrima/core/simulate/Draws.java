package org.lacrima.core.simulate;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine: SplitMix64 (Steele, Lea &amp; Flood 2014,
 * doi:10.1145/2714064.2660195) as {@link SplittableRandom#nextLong} has it, everything else derived from it by exact or
 * strict arithmetic. The library's own Gaussian is left aside because its algorithm is not part of its contract.
 */
final class Draws {
    private final SplittableRandom bits;
    private double spare = Double.NaN;

    Draws(long seed) {
        bits = new SplittableRandom(seed);
    }

    /** A seed for draws that do not depend on how many are taken here. */
    long seed() {
        return bits.nextLong();
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (bits.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [least, most). */
    double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /** Exponential with a mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** Standard normal, by Marsaglia's polar method. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * unit() - 1;
            y = 2 * unit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    /** Normal with the spread's mean and SD, drawn again outside its bounds. */
    double of(Spread spread) {
        if (spread.sd() == 0) {
            return spread.mean();
        }
        while (true) {
            double value = spread.mean() + spread.sd() * normal();
            if (value >= spread.least() && value <= spread.most()) {
                return value;
            }
        }
    }
}
