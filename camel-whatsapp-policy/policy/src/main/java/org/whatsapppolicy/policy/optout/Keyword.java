package org.whatsapppolicy.policy.optout;

/**
 * What a whole message means.
 *
 * @param intent what it means
 * @param language the file it stands in
 * @param rule how it is written there
 */
record Keyword(Intent intent, String language, String rule) {}
