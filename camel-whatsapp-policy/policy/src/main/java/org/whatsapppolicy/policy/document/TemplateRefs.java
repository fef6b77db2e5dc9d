package org.whatsapppolicy.policy.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a template that the document names: {@code { name: slip_due, language: pt_BR }}. */
final class TemplateRefs {

    static final Keys KEYS = Keys.of("a template")
            .required("name", "name: the name of a template, such as slip_due")
            .required("language", "language: the platform's code, such as pt_BR");

    static final Kind<String> NAME = Kinds.matching(
            Pattern.compile("[a-z0-9_]{1,512}"), "the name of a template: lower-case letters, digits and underscores");
    private static final Kind<String> LANGUAGE = Kinds.matching(
            Pattern.compile("[a-z]{2,3}(_[A-Za-z]{2,4})?"), "the platform's code, such as pt_BR or \"no\"");

    private TemplateRefs() {}

    static @Nullable TemplateRef read(@Nullable YamlNode node, Position at, Values values, Problems problems) {
        if (node == null) {
            return null;
        }
        Fields fields = Fields.read(node, at, KEYS, problems);
        String name = values.read(fields.get("name"), NAME);
        String language = values.read(fields.get("language"), LANGUAGE);
        return name == null || language == null ? null : new TemplateRef(name, language);
    }
}
