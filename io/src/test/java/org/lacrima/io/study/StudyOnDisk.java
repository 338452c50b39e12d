package org.lacrima.io.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small study folder as a researcher would write it by hand, to be spoilt by tests. */
public final class StudyOnDisk {
    private final Path folder;

    private StudyOnDisk(Path folder) {
        this.folder = folder;
    }

    static StudyOnDisk emptyAt(Path folder) {
        return new StudyOnDisk(folder);
    }

    public static StudyOnDisk at(Path folder) throws IOException {
        StudyOnDisk disk = new StudyOnDisk(folder);
        disk.writeStudy();
        return disk;
    }

    private void writeStudy() throws IOException {
        write("dataset_description.json", "{\"Name\": \"Sad film\", \"BIDSVersion\": \"1.10.0\"}");
        write("participants.tsv", """
                participant_id\tgroup\tage
                sub-01\tcrier\t23
                sub-02\tnoncrier\tn/a
                """);
        write("participants.json", "{\"group\": {\"Levels\": {\"crier\": \"cried\", \"noncrier\": \"did not\"}}}");
        write("lacrima.json", """
                {
                  "phases": {
                    "baseline": {"role": "baseline"},
                    "sadfilm": {"role": "induction"},
                    "recovery": {}
                  },
                  "metrics": ["RMSSD", "lnHF"],
                  "saliva": {
                    "excludedSamples": ["S0"],
                    "slopes": [{"from": "S1", "to": "S2"}]
                  },
                  "seed": 20240229
                }
                """);
        write("phenotype/saliva.tsv", """
                participant_id\tsample\tminutes\tcortisol
                sub-01\tS0\t-20\t5.25
                sub-01\tS1\t-1\tinsufficient volume
                sub-01\tS2\t20\t7.5
                sub-02\tS0\t-20\t4
                sub-02\tS1\t-1\tn/a
                sub-02\tS2\t20\t4.5
                """);
        write("phenotype/saliva.json", "{\"cortisol\": {\"Units\": \"nmol/l\"}}");
        write("phenotype/affect.tsv", """
                participant_id\tminutes\tsadness
                sub-01\t0\t1
                sub-01\t5\t8
                sub-02\t0\t2
                sub-02\t5\tn/a
                """);
        write("phenotype/affect.json", "{\"sadness\": {\"Units\": \"points\"}}");
        for (String id : new String[] {"sub-01", "sub-02"}) {
            write(beats(id), """
                    onset\trr_ms\tlabel
                    0.8\t800\tnormal
                    1.62\t820\tnormal
                    2.05\t430\tectopic
                    9.0\tn/a\tnormal
                    9.81\t810\tnormal
                    10.6\t790\tcorrected
                    """);
            write(events(id), """
                    onset\tduration\ttrial_type
                    0\t0.1\tphase/baseline
                    0.1\t0.2\tphase/sadfilm
                    0.3\t60\tphase/recovery
                    0.15\tn/a\tsob
                    0.12\t0.1\tcrying
                    0.2\t0\thides face
                    """);
        }
    }

    static String beats(String id) {
        return id + "/beh/" + id + "_task-film_beats.tsv";
    }

    static String events(String id) {
        return id + "/beh/" + id + "_task-film_events.tsv";
    }

    public Path folder() {
        return folder;
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void replace(String path, String old, String text) throws IOException {
        String before = Files.readString(folder.resolve(path));
        if (!before.contains(old)) {
            throw new IllegalArgumentException(path + " does not hold " + old);
        }
        write(path, before.replace(old, text));
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }
}
