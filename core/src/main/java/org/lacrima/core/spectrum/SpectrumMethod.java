package org.lacrima.core.spectrum;

/** An estimator of spectra with all its choices; each is a record, whose text names every one of them. */
public sealed interface SpectrumMethod permits Welch, LombScargle, Autoregressive {}
