package org.whatsapppolicy.policy.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns what the YAML parser throws into a problem. The parser's own snippet of the text is left out: it could show a token.
 */
final class SyntaxErrors {

    private SyntaxErrors() {}

    static @Nullable YamlNode told(String text, Problems problems, Supplier<@Nullable YamlNode> parser) {
        try {
            return parser.get();
        } catch (YamlTree.TooDeep e) {
            problems.add(
                    e.position(),
                    "more than " + YamlTree.DEEPEST + " levels of lists and maps in one another",
                    "at most " + YamlTree.DEEPEST + " levels");
        } catch (ReaderException e) {
            problems.add(
                    position(text, e.getPosition()),
                    String.format("the unprintable character U+%04X", e.getCodePoint()),
                    "printable text; in quotes it can be written as an escape such as \"\\u200B\"");
        } catch (MarkedYamlEngineException e) {
            syntax(text, problems, e);
        } catch (YamlEngineException e) {
            problems.add(Position.START, "text that is not YAML", "YAML 1.2");
        }
        return null;
    }

    private static void syntax(String text, Problems problems, MarkedYamlEngineException e) {
        Position at = YamlTree.at(e.getProblemMark());
        if (tabAt(text, at)) {
            problems.add(at, "a tab", "spaces; YAML does not allow tabs for indentation");
            return;
        }
        String problem = String.valueOf(e.getProblem());
        // These two kinds of complaint repeat a word of the document.
        boolean quotes = problem.contains("tag handle") || problem.contains("anchor") || problem.contains("alias");
        problems.add(
                at,
                "text that is not YAML" + (quotes ? "" : " (" + Quote.shorten(problem, 100) + ")"),
                "YAML 1.2; look at indentation, quotes, colons and brackets here and just above");
    }

    private static boolean tabAt(String text, Position at) {
        String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
        String before = line.substring(0, Math.min(line.length(), at.column()));
        return before.isBlank() && before.indexOf('\t') >= 0;
    }

    private static Position position(String text, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            column = text.charAt(i) == '\n' ? 1 : column + 1;
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new Position(line, column);
    }
}
