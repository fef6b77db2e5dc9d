package org.whatsapppolicy.simulator.template.rule;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** The variables of a text: <code>{{1}}</code>, <code>{{2}}</code>, ... or <code>{{name}}</code>. */
record Variables(Set<String> names) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern AT_AN_END = Pattern.compile("^\\s*\\{\\{|}}\\s*$");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    static Variables of(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(String.valueOf(matcher.group(1)));
        }
        return new Variables(names);
    }

    int count() {
        return names.size();
    }

    /** That they are numbered from 1 without gaps, or named in lower case, as the template's format says. */
    void inFormat(boolean named, int code, String where) {
        int expected = 1;
        for (String name : names) {
            boolean fits = named
                    ? NAME.matcher(name).matches() && !Character.isDigit(name.charAt(0))
                    : name.equals(Integer.toString(expected));
            if (!fits) {
                String format = named ? "named in lower case" : "numbered from {{1}} without gaps";
                throw GraphErrors.refuse(
                        code, where + ": variables have to be " + format + ", found {{" + name + "}}.");
            }
            expected++;
        }
    }

    /** That none stands first, last, or next to another, and that there are words enough around them. */
    static void placed(String text, Variables variables, String where) {
        if (variables.count() == 0) {
            return;
        }
        if (AT_AN_END.matcher(text).find()) {
            throw GraphErrors.refuse(2388299, where + ": variables cannot stand at the start or the end of the text.");
        }
        if (ADJACENT.matcher(text).find()) {
            throw GraphErrors.refuse(2388072, where + ": variables cannot stand next to each other.");
        }
        long words = Pattern.compile("\\s+")
                .splitAsStream(VARIABLE.matcher(text).replaceAll(" ").trim())
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .count();
        if (words <= variables.count()) {
            throw GraphErrors.refuse(2388293, where + ": too many variables for the length of the text.");
        }
    }
}
