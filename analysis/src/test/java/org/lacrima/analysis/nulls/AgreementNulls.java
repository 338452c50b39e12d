package org.lacrima.analysis.nulls;

import static org.lacrima.analysis.nulls.NullCase.normal;
import static org.lacrima.analysis.nulls.NullCase.p;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lacrima.analysis.agreement.BlandAltman;
import org.lacrima.analysis.agreement.CoderAgreement;
import org.lacrima.analysis.agreement.Icc;

/** Tests of agreement beyond chance. */
final class AgreementNulls {

    private AgreementNulls() {}

    private static NullCase icc(String name, Icc.Form form) {
        return NullCase.of(name, (random, n) -> {
            double[][] ratings = new double[n][];
            for (int i = 0; i < n; i++) {
                ratings[i] = normal(random, 3);
            }
            return p(Icc.of(form, ratings, 0.95).map(Icc::p));
        });
    }

    private static NullCase kappa(String name, List<Integer> categories, CoderAgreement.Weights weights) {
        return NullCase.of(
                name,
                (random, n) -> CoderAgreement.of(
                                codes(random, n, categories), codes(random, n, categories), categories, weights, 0.95)
                        .value()
                        .flatMap(agreement -> agreement.chance().value())
                        .map(CoderAgreement.ChanceTest::p)
                        .orElse(1.0));
    }

    private static List<Integer> codes(SplittableRandom random, int n, List<Integer> categories) {
        return IntStream.range(0, n)
                .mapToObj(i -> categories.get(random.nextInt(categories.size())))
                .toList();
    }

    private static double proportionalBias(SplittableRandom random, int n) {
        double[] first = normal(random, n);
        double[] second = normal(random, n);
        for (int i = 0; i < n; i++) {
            double level = random.nextGaussian();
            first[i] += level;
            second[i] += level;
        }
        return BlandAltman.of(first, second, 0.95)
                .value()
                .flatMap(agreement -> agreement.slope().value())
                .map(BlandAltman.Slope::p)
                .orElse(1.0);
    }

    static NullSection section() {
        String coarse = "few codes give few possible κ, and its z is a large-sample one";
        return new NullSection(
                "Agreement",
                "Three raters, two coders who throw dice, two devices with equal errors.",
                "people, or things coded",
                List.of(
                        icc("ICC(1,1), F", Icc.Form.ONE_WAY_SINGLE),
                        icc("ICC(2,1), F", Icc.Form.AGREEMENT_SINGLE),
                        icc("ICC(3,k), F", Icc.Form.CONSISTENCY_MEAN),
                        kappa("κ of two categories", List.of(0, 1), CoderAgreement.Weights.NONE)
                                .between(0.02, 0.10, coarse),
                        kappa(
                                        "κ of four ordered categories, quadratic weights",
                                        List.of(0, 1, 2, 3),
                                        CoderAgreement.Weights.QUADRATIC)
                                .between(0.03, 0.08, coarse),
                        NullCase.of("Bland–Altman, proportional bias", AgreementNulls::proportionalBias)));
    }
}
