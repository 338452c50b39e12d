package org.lacrima.core.hrv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lacrima.core.Corpus;

/** Every claim of {@link PeerAgreementTest}, and the recordings as the packages saw them. */
final class PeerClaims {
    private PeerClaims() {}

    static List<PeerClaim> all() {
        List<PeerClaim> claims = new ArrayList<>();
        claims.addAll(PythonClaims.all());
        claims.addAll(NeuroKit2Claims.all());
        claims.addAll(RhrvClaims.all());
        claims.addAll(PhysioNetClaims.all());
        return claims;
    }

    /** A recording as a package saw it: NeuroKit2's own R peaks, where it began with the electrocardiogram. */
    static PeerRecording seenBy(String peer, PeerRecording recording) {
        JsonNode values = Corpus.values(recording.series(), peer);
        return peer.equals("neurokit2_rsa")
                ? new PeerRecording(recording.series(), NeuroKit2Claims.intervals(values), values)
                : recording.with(values);
    }
}
