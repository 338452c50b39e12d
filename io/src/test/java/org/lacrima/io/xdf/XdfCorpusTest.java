package org.lacrima.io.xdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacrima.core.series.TimedValues;
import org.lacrima.io.Channel;
import org.lacrima.io.Corpus;
import org.lacrima.io.Figures;
import org.lacrima.io.Loaded;
import org.lacrima.io.Marker;
import org.lacrima.io.Recording;
import org.lacrima.io.Stretch;
import org.lacrima.io.Strictness;
import org.lacrima.io.StudyReadException;

/** Example files of the format, compared with what pyxdf reads from them with its defaults; and files made to break it. */
class XdfCorpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"clock_resets.xdf", "minimal.xdf", "types_a.xdf"})
    void readsStreamsAndTimesAsPyxdfDoes(String name) throws IOException {
        JsonNode streams = Corpus.oracle("formats/xdf.json")
                .path("files")
                .path(name)
                .path("default")
                .path("streams");
        Recording recording = XdfReader.withDefaults()
                .read(Corpus.folder("formats/xdf").resolve(name))
                .value();
        double zero = Double.parseDouble(
                recording.journal().get(0).replaceAll("time 0 is (.*) s of the recorder's clock", "$1"));
        for (JsonNode stream : streams) {
            String streamName = stream.path("name").textValue();
            if (stream.path("channel_format").textValue().equals("string")) {
                requireSameMarkers(
                        recording.markers().stream()
                                .filter(m -> m.channel().equals(streamName))
                                .toList(),
                        stream,
                        zero);
            } else if (stream.path("nominal_srate").doubleValue() > 0) {
                List<Channel> channels = recording.channels().stream()
                        .filter(c -> c.name().startsWith(streamName))
                        .toList();
                assertThat(channels).hasSize(stream.path("channel_count").intValue());
                for (int c = 0; c < channels.size(); c++) {
                    Channel channel = channels.get(c);
                    Figures.requireSame(
                            name + " " + channel.name(),
                            channel,
                            stream.path("channels").path(c));
                    assertThat(channel.rateHz())
                            .isEqualTo(stream.path("nominal_srate").doubleValue());
                    assertThat(channel.unit().symbol())
                            .isEqualTo(stream.path("channel_units").path(c).asText(""));
                    requireSameStretches(channel, stream, zero);
                }
            } else {
                List<TimedValues> uneven = recording.uneven().stream()
                        .filter(u -> u.name().startsWith(streamName))
                        .toList();
                assertThat(uneven).hasSize(stream.path("channel_count").intValue());
                for (int c = 0; c < uneven.size(); c++) {
                    Figures.requireSame(
                            name + " " + uneven.get(c).name(),
                            uneven.get(c).toArray(),
                            stream.path("channels").path(c));
                    JsonNode times = stream.path("time_stamps").path("first5");
                    for (int i = 0; i < times.size(); i++) {
                        assertThat(uneven.get(c).secondsAt(i) + zero)
                                .isCloseTo(times.path(i).doubleValue(), within(1e-8));
                    }
                }
            }
        }
    }

    private static void requireSameStretches(Channel channel, JsonNode stream, double zero) {
        JsonNode segments = stream.path("segments");
        assertThat(channel.stretches()).hasSize(segments.size());
        for (int s = 0; s < segments.size(); s++) {
            Stretch stretch = channel.stretches().get(s);
            assertThat(stretch.firstSample()).isEqualTo(segments.path(s).path(0).longValue());
            assertThat(stretch.firstSample() + stretch.size() - 1)
                    .isEqualTo(segments.path(s).path(1).longValue());
        }
        JsonNode times = stream.path("time_stamps");
        Stretch first = channel.stretches().get(0);
        Stretch last = channel.stretches().get(segments.size() - 1);
        double step = times.path("first5").path(0).doubleValue() * 1e-9;
        assertThat(first.startSeconds() + zero)
                .isCloseTo(times.path("first5").path(0).doubleValue(), within(step));
        assertThat(first.startSeconds() + 4 / first.rateHz() + zero)
                .isCloseTo(times.path("first5").path(4).doubleValue(), within(step));
        assertThat(last.endSeconds() - 1 / last.rateHz() + zero)
                .isCloseTo(times.path("last5").path(4).doubleValue(), within(step));
    }

    private static void requireSameMarkers(List<Marker> markers, JsonNode stream, double zero) {
        assertThat(markers).hasSize(stream.path("n_samples").intValue());
        for (int i = 0; i < stream.path("first10").size(); i++) {
            assertThat(markers.get(i).text())
                    .isEqualTo(stream.path("first10").path(i).path(0).textValue());
        }
        JsonNode times = stream.path("time_stamps");
        for (int i = 0; i < 5; i++) {
            assertThat(markers.get(i).onsetSeconds() + zero)
                    .isCloseTo(times.path("first5").path(i).doubleValue(), within(1e-6));
            assertThat(markers.get(markers.size() - 5 + i).onsetSeconds() + zero)
                    .isCloseTo(times.path("last5").path(i).doubleValue(), within(1e-6));
        }
    }

    @Test
    void tellsHowWellClocksAgree() throws IOException {
        List<StreamClock> clocks = XdfReader.withDefaults()
                .readClocks(Corpus.folder("formats/xdf").resolve("clock_resets.xdf"))
                .value();

        assertThat(clocks).extracting(StreamClock::offsets).containsOnly(115);
        assertThat(clocks).extracting(StreamClock::resets).containsOnly(1);
        assertThat(clocks).extracting(StreamClock::uncertaintyMillis).allMatch(ms -> ms >= 0 && ms < 100);
    }

    @Test
    void goesOnBehindTheBoundaryWhereAChunkIsDamaged() throws IOException {
        Path file = Corpus.folder("formats/xdf").resolve("out_of_order_sample_chunk.xdf");

        assertThatThrownBy(() -> XdfReader.withDefaults().read(file)).isInstanceOf(StudyReadException.class);
        assertThat(XdfReader.withDefaults().with(Strictness.LENIENT).read(file).hasErrors())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "xdf_bad_magic.xdf, 'byte 0 does not begin an XDF file'",
        "xdf_huge_chunk.xdf, 'byte 4 begins a chunk of'",
        "xdf_huge_channel_count.xdf, 'begins a stream of 2000000000 channels'"
    })
    void refusesWhatCannotBeReadAndSaysWhy(String name, String reason) {
        Path file = Corpus.folder("fuzz").resolve(name);

        assertThatThrownBy(() -> XdfReader.withDefaults().read(file))
                .isInstanceOf(StudyReadException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void warnsOfSamplesOfAStreamThatWasNotDescribed() throws IOException {
        Loaded<Recording> loaded =
                XdfReader.withDefaults().read(Corpus.folder("fuzz").resolve("xdf_samples_of_unknown_stream.xdf"));

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("samples of stream 7, which was not described"));
    }
}
