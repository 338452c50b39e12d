package org.lacrima.io.edf;

/** The fields of one signal; {@code offsetInRecord} in bytes. */
record EdfSignal(
        String label,
        String transducer,
        String unit,
        String prefilter,
        double physicalMin,
        double physicalMax,
        double digitalMin,
        double digitalMax,
        int samplesPerRecord,
        int offsetInRecord,
        boolean isAnnotations,
        boolean isCalibrated) {

    double physical(double digital) {
        return isCalibrated
                ? (digital - digitalMin) * (physicalMax - physicalMin) / (digitalMax - digitalMin) + physicalMin
                : digital;
    }
}
