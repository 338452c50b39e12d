package org.lacrima.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lacrima.core.recovery.CensoredTime.Status;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.CodedInstant;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Timeline;

class CensoredTimeTest {

    @Test
    void theJointReturnIsThatOfTheLast() {
        CensoredTime heart = CensoredTime.between(60, 70);
        CensoredTime rsa = CensoredTime.event(0);
        CensoredTime cortisol = CensoredTime.between(1800, 2400);

        assertThat(CensoredTime.lastOf(List.of(heart, rsa, cortisol))).isEqualTo(cortisol);
        assertThat(CensoredTime.lastOf(List.of(heart, CensoredTime.between(65, 68))))
                .as("whichever of the two was last")
                .isEqualTo(CensoredTime.between(65, 70));
        assertThat(CensoredTime.lastOf(List.of(heart, CensoredTime.after(30, "left"))))
                .isEqualTo(CensoredTime.after(60, "left"));
        assertThat(CensoredTime.lastOf(List.of(heart, CensoredTime.competing(120, "bout")))
                        .status())
                .isEqualTo(Status.COMPETING);
        assertThatIllegalArgumentException().isThrownBy(() -> CensoredTime.lastOf(List.of()));
    }

    /** Whatever the true times are within their bounds, the joint time lies within its own. */
    @RepeatedTest(100)
    void theBoundsOfTheLastHoldTheLast(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CensoredTime> times = new ArrayList<>();
        double last = 0;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            double truth = random.nextDouble() * 100;
            last = Math.max(last, truth);
            times.add(
                    switch (random.nextInt(3)) {
                        case 0 -> CensoredTime.event(truth);
                        case 1 -> CensoredTime.between(truth * random.nextDouble(), truth + 1 + random.nextInt(9));
                        default -> CensoredTime.after(truth * random.nextDouble(), "left");
                    });
        }
        CensoredTime joint = CensoredTime.lastOf(times);
        Collections.shuffle(times, random);

        assertThat(joint.lowerSeconds()).isLessThanOrEqualTo(last);
        assertThat(joint.upperSeconds()).isGreaterThanOrEqualTo(last);
        assertThat(CensoredTime.lastOf(times).lowerSeconds()).isEqualTo(joint.lowerSeconds());
        assertThat(CensoredTime.lastOf(List.of(joint, joint))).isEqualTo(joint);
    }

    @Test
    void theLatencyOfAFirstEpisode() {
        Window film = Window.ofSeconds(300, 720);
        Timeline cried = timeline(500, 520);

        assertThat(CensoredTime.toFirst(EpisodeKind.CRYING, cried, film)).isEqualTo(CensoredTime.event(200));
        assertThat(CensoredTime.toFirst(EpisodeKind.CRYING, timeline(290, 310), film))
                .isEqualTo(CensoredTime.event(0));
        assertThat(CensoredTime.toFirst(EpisodeKind.CRYING, timeline(730, 740), film))
                .isEqualTo(CensoredTime.after(420, "no episode of crying while observed"));
        assertThat(CensoredTime.to(new CodedInstant(498, 503), 300)).isEqualTo(CensoredTime.between(198, 203));
        assertThat(CensoredTime.to(CodedInstant.of(500, 500), 300)).isEqualTo(CensoredTime.event(200));
    }

    private static Timeline timeline(double start, double end) {
        return new Timeline(
                List.of(), List.of(new Episode(EpisodeKind.CRYING, "crying", Window.ofSeconds(start, end))));
    }
}
