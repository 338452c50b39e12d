package org.lacrima.core.simulate;

import java.util.List;

/**
 * What a simulated session was made from.
 *
 * @param person the person and their traits
 * @param artifacts what is wrong in the recording of the beats, in order of time
 */
public record Truth(VirtualPerson person, List<Artifact> artifacts) {
    /** Copies the list. */
    public Truth {
        artifacts = List.copyOf(artifacts);
    }

    /** Number of artifacts of a kind. */
    public long count(Artifact.Kind kind) {
        return artifacts.stream().filter(a -> a.kind() == kind).count();
    }
}
