package org.whatsapppolicy.benchmarks.compare;

import java.nio.file.Path;

/**
 * What all contestants share.
 *
 * @param platform who takes the messages
 * @param people how many people there are, each with consent
 * @param inFlight how many messages are under way at once
 * @param directory where files of databases may lie
 */
record Setting(Platform platform, int people, int inFlight, Path directory) {}
