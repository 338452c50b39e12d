package org.lacrima.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacrima.analysis.compare.Comparison;
import org.lacrima.analysis.compare.StudyComparison;
import org.lacrima.core.simulate.StudyDesign;
import org.lacrima.core.simulate.StudySimulator;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;

/** A small study with everything that can go wrong, and its comparison: made once for all tests. */
final class MadeStudy {

    /** An id as nobody should write it. */
    static final String HOSTILE = "sub-<script>alert('x')</script>";

    static final Study STUDY = study();
    static final Comparison COMPARISON = StudyComparison.of(STUDY.plan()).compare(STUDY);

    private MadeStudy() {}

    private static Study study() {
        StudyDesign whole = StudyDesign.withDefaults();
        StudyDesign.Arm[] arms = whole.arms().stream()
                .map(arm -> new StudyDesign.Arm(
                        arm.group(), 4, arm.crying(), arm.halfTimeFactor(), arm.secretionFactor(), arm.ratingFactor()))
                .toArray(StudyDesign.Arm[]::new);
        Study made =
                StudySimulator.of(whole.withArms(arms)).withSeed(7).simulate().study();
        List<Session> sessions = new ArrayList<>(made.sessions());
        sessions.set(
                0,
                renamed(sessions.get(0), HOSTILE, sessions.get(0).participant().group()));
        sessions.set(1, withoutBeats(sessions.get(1)));
        sessions.add(renamed(made.sessions().get(2), "sub-neutral", new Group("neutral")));
        return new Study("Tears & <recovery>", made.plan(), sessions);
    }

    private static Session renamed(Session s, String id, Group group) {
        return new Session(
                new Participant(id, group, s.participant().covariates()),
                s.beats(),
                s.timeline(),
                s.saliva(),
                s.ratings(),
                s.signals());
    }

    private static Session withoutBeats(Session s) {
        return new Session(s.participant(), Optional.empty(), s.timeline(), s.saliva(), s.ratings(), s.signals());
    }
}
