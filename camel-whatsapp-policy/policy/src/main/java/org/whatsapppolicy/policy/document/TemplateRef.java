package org.whatsapppolicy.policy.document;

/**
 * A template that the document names.
 *
 * @param name lower-case name
 * @param language the platform's code, such as {@code pt_BR}
 */
public record TemplateRef(String name, String language) {}
