package embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lacrima.core.hrv.TimeDomain;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.rr.RrReader;

class EmbeddingTest {
    @Test
    void threeLinesGetRmssdFromAFile() throws Exception {
        Path file = Path.of(EmbeddingTest.class.getResource("/rr.txt").toURI());

        BeatSeries beats = RrReader.withDefaults().read(file).value();
        MetricValue rmssd = TimeDomain.RMSSD.of(beats);
        System.out.println(rmssd);

        assertEquals(Math.sqrt((60 * 60 + 60 * 60 + 100 * 100) / 3.0), rmssd.orNaN(), 1e-12);
    }
}
