package org.lacrima.analysis.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Observations that share random effects with each other and with no others: one person where only people are grouped, one
 * laboratory where people are nested in laboratories, everybody where people and items are crossed. Holds the cross
 * products {@code ZᵀZ} and {@code Zᵀ[Q y]}, computed once; the observations themselves are not needed again.
 */
final class Cluster {

    /** Random effects of one level of one term, from {@code offset} on. */
    record Block(int term, int level, int offset) {}

    private final int size;
    private final int width;
    private final List<Block> blocks;
    private final List<List<Block>> blocksOfTerm;
    private final double[] zz;
    private final double[] zw;

    private Cluster(int size, int width, List<Block> blocks, int terms) {
        this.size = size;
        this.width = width;
        this.blocks = blocks;
        this.blocksOfTerm = new ArrayList<>();
        for (int t = 0; t < terms; t++) {
            int term = t;
            blocksOfTerm.add(blocks.stream().filter(b -> b.term() == term).toList());
        }
        this.zz = new double[size * size];
        this.zw = new double[size * width];
    }

    /** Number of random effects. */
    int size() {
        return size;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** For each element δ of the covariances the ordered pairs of random effects that it is the covariance of. */
    int[][] pairs(CovarianceShape shape) {
        int[][] all = new int[shape.size()][];
        for (int r = 0; r < all.length; r++) {
            CovarianceShape.Element element = shape.elements().get(r);
            List<Block> own = blocksOfTerm.get(element.term());
            boolean diagonal = element.row() == element.column();
            int[] pairs = new int[own.size() * (diagonal ? 2 : 4)];
            int at = 0;
            for (Block block : own) {
                int i = block.offset() + element.row();
                int j = block.offset() + element.column();
                pairs[at++] = i;
                pairs[at++] = j;
                if (!diagonal) {
                    pairs[at++] = j;
                    pairs[at++] = i;
                }
            }
            all[r] = pairs;
        }
        return all;
    }

    /** {@code ZᵀZ}, row by row. */
    double[] zz() {
        return zz;
    }

    /** {@code Zᵀ[Q y]}, row by row. */
    double[] zw() {
        return zw;
    }

    /**
     * The clusters of some observations.
     *
     * @param terms random terms
     * @param w columns Q and y
     * @param n number of observations
     */
    static List<Cluster> of(List<RandomTerm> terms, double[][] w, int n) {
        int[] first = new int[terms.size() + 1];
        for (int t = 0; t < terms.size(); t++) {
            first[t + 1] = first[t] + terms.get(t).levels().size();
        }
        int[] parent = new int[first[terms.size()]];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < n; i++) {
            int root = root(parent, first[0] + terms.get(0).level(i));
            for (int t = 1; t < terms.size(); t++) {
                parent[root(parent, first[t] + terms.get(t).level(i))] = root;
            }
        }
        int[] clusterOf = new int[parent.length];
        Arrays.fill(clusterOf, -1);
        List<List<Block>> members = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        int[] offset = new int[parent.length];
        for (int t = 0; t < terms.size(); t++) {
            for (int level = 0; level < terms.get(t).levels().size(); level++) {
                int node = first[t] + level;
                int root = root(parent, node);
                if (clusterOf[root] < 0) {
                    clusterOf[root] = members.size();
                    members.add(new ArrayList<>());
                    sizes.add(0);
                }
                int c = clusterOf[root];
                offset[node] = sizes.get(c);
                members.get(c).add(new Block(t, level, offset[node]));
                sizes.set(c, offset[node] + terms.get(t).width());
            }
        }
        List<Cluster> clusters = new ArrayList<>();
        for (int c = 0; c < members.size(); c++) {
            clusters.add(new Cluster(sizes.get(c), w.length, List.copyOf(members.get(c)), terms.size()));
        }
        int most = terms.stream().mapToInt(RandomTerm::width).sum();
        int[] at = new int[most];
        double[] z = new double[most];
        for (int i = 0; i < n; i++) {
            int filled = 0;
            for (int t = 0; t < terms.size(); t++) {
                RandomTerm term = terms.get(t);
                for (int a = 0; a < term.width(); a++) {
                    at[filled] = offset[first[t] + term.level(i)] + a;
                    z[filled++] = term.value(a, i);
                }
            }
            clusters.get(clusterOf[root(parent, first[0] + terms.get(0).level(i))])
                    .add(at, z, filled, w, i);
        }
        return List.copyOf(clusters);
    }

    private static int root(int[] parent, int node) {
        int root = node;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private void add(int[] at, double[] z, int filled, double[][] w, int row) {
        for (int a = 0; a < filled; a++) {
            for (int b = 0; b < filled; b++) {
                zz[at[a] * size + at[b]] += z[a] * z[b];
            }
            for (int j = 0; j < width; j++) {
                zw[at[a] * width + j] += z[a] * w[j][row];
            }
        }
    }
}
