package org.whatsapppolicy.simulator.shown;

/** Which template a bubble was made of. */
public record ShownTemplate(String name, String language, String category) {}
