package org.lacrima.analysis.models;

import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.lacrima.analysis.stats.Apa;
import org.lacrima.analysis.stats.Inference;
import org.lacrima.analysis.stats.StatisticalResult;

/**
 * Whether all differences between repeated measures vary alike, as the F test of an effect within people assumes, and F's p
 * with its degrees of freedom corrected where they do not.
 *
 * <p>With S the error matrix of d orthonormal contrasts on ν degrees of freedom: {@code W = |S| ⁄ (tr S⁄d)ᵈ} (Mauchly 1940,
 * doi:10.1214/aoms/1177731915), its p with the second term of the expansion in χ² (Anderson 1958) as R has it, with the
 * number of measures in one place where Anderson has d, which changes the fifth digit; {@code ε_GG = (tr S)² ⁄ (d·tr S²)}
 * (Greenhouse &amp; Geisser 1959, doi:10.1007/BF02289823); {@code ε_HF = ((ν + 1)dε_GG − 2) ⁄ (d(ν − dε_GG))} (Huynh &amp;
 * Feldt 1976, doi:10.3102/10769986001001069, as corrected by Lecoutre 1991, doi:10.3102/10769986016004371), which may
 * exceed 1 and is taken as 1 for p.
 *
 * @param mauchlyW Mauchly's W; not estimable where there are fewer people than contrasts
 * @param mauchlyP its p value
 * @param greenhouseGeisser ε of Greenhouse and Geisser
 * @param greenhouseGeisserP p of F with degrees of freedom times it
 * @param huynhFeldt ε of Huynh and Feldt, as computed; not estimable where {@code ν ≤ dε_GG}, with hardly more people than groups
 * @param huynhFeldtP p of F with degrees of freedom times the lesser of it and 1
 */
public record Sphericity(
        Inference<Double> mauchlyW,
        Inference<Double> mauchlyP,
        double greenhouseGeisser,
        double greenhouseGeisserP,
        Inference<Double> huynhFeldt,
        Inference<Double> huynhFeldtP)
        implements StatisticalResult {

    private static final double ROUNDING = 1e-12;

    /**
     * The assumption behind an F.
     *
     * @param s error matrix of the orthonormal contrasts
     * @param measures number of measures that the contrasts are made of
     * @param errorDf its degrees of freedom
     * @param f F of the effect
     * @param df1 degrees of freedom of the effect
     * @param df2 degrees of freedom of its error
     */
    static Sphericity of(double[][] s, int measures, int errorDf, double f, double df1, double df2) {
        int d = s.length;
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += s[i][i];
        }
        double gg = trace * trace / (d * Matrices.traceOfProduct(s, s));
        Inference<Double> hf = huynhFeldt(d, errorDf, gg);
        Inference<Double> w = errorDf < d
                ? Inference.notEstimable(
                        String.format(Locale.ROOT, "%d degrees of freedom of the error for %d contrasts", errorDf, d))
                : Inference.of(Math.exp(logDeterminant(s) - d * Math.log(trace / d)));
        return new Sphericity(
                w,
                w.map(value -> mauchlyP(value, d, measures, errorDf)),
                gg,
                FDistribution.of(df1 * gg, df2 * gg).survivalProbability(f),
                hf,
                hf.map(epsilon -> FDistribution.of(df1 * Math.min(1, epsilon), df2 * Math.min(1, epsilon))
                        .survivalProbability(f)));
    }

    private static Inference<Double> huynhFeldt(int d, int errorDf, double gg) {
        double rest = errorDf - d * gg;
        double numerator = (errorDf + 1) * d * gg - 2;
        if (!(rest > ROUNDING * errorDf) || !(numerator > 0)) {
            return Inference.notEstimable(String.format(
                    Locale.ROOT,
                    "%d degrees of freedom of the error are too few for %d contrasts with ε = %.3g",
                    errorDf,
                    d,
                    gg));
        }
        return Inference.of(numerator / (d * rest));
    }

    private static double logDeterminant(double[][] s) {
        double[][] root = Matrices.cholesky(s);
        double log = 0;
        for (int i = 0; i < s.length; i++) {
            log += 2 * Math.log(root[i][i]);
        }
        return log;
    }

    private static double mauchlyP(double w, int d, int measures, int df) {
        double rho = 1 - (2.0 * d * d + d + 2) / (6.0 * d * df);
        double w2 = (d + 2.0)
                * (d - 1.0)
                * (d - 2.0)
                * (2.0 * d * d * d + 6.0 * d * d + 3.0 * measures + 2)
                / (288 * (d * df * rho) * (d * df * rho));
        double z = -df * rho * Math.log(w);
        double nu = d * (d + 1) / 2.0 - 1;
        double first = ChiSquaredDistribution.of(nu).survivalProbability(z);
        double second = ChiSquaredDistribution.of(nu + 4).survivalProbability(z);
        return Math.max(0, Math.min(1, first + w2 * (second - first)));
    }

    @Override
    public String apa() {
        String mauchly = mauchlyW.isEstimable()
                ? "Mauchly's W = " + Apa.share(mauchlyW.orThrow()) + ", " + Apa.p(mauchlyP.orThrow())
                : "Mauchly's W not estimable, " + mauchlyW.reason();
        String huynh = huynhFeldt.isEstimable()
                ? "Huynh–Feldt ε = " + Apa.share(huynhFeldt.orThrow()) + ", " + Apa.p(huynhFeldtP.orThrow())
                : "Huynh–Feldt ε not estimable, " + huynhFeldt.reason();
        return String.format(
                Locale.ROOT,
                "%s; Greenhouse–Geisser ε = %s, %s; %s",
                mauchly,
                Apa.share(greenhouseGeisser),
                Apa.p(greenhouseGeisserP),
                huynh);
    }
}
