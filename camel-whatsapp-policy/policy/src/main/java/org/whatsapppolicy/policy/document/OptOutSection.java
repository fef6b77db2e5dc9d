package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.ReplyButton;
import org.whatsapppolicy.policy.message.ReplyButtonsMessage;
import org.whatsapppolicy.policy.message.TextMessage;

/** Reads the section {@code optOut}: how opt-outs are heard, and what people are told (S-17 to S-20). */
final class OptOutSection {

    static final Keys KEYS = Keys.of("optOut")
            .optional("intake", "reply", "help", "helpTo", "ask", "holdFor", "statusWithin")
            .elsewhere(
                    "confirm", "`reply` under `optOut`: optOut: { reply: { en: \"You will get no more messages.\" } }")
            .later("own keywords", "keywords", "languages");

    static final Keys ASK = Keys.of("ask")
            .required("text", "text: what is asked")
            .required("stop", "stop: what the button for no more messages says")
            .required("keep", "keep: what the button for more messages says");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([_-][A-Za-z0-9]{2,4})?");
    private static final String LANGUAGES = "a map of texts by language, such as { en: \"…\", pt: \"…\" }";
    private static final Kind<Intake> INTAKE = Kind.word(Intake.class);
    private static final Kind<String> TEXT = text(1024);
    private static final Kind<String> BUTTON = text(20);
    private static final Kind<String> ENDPOINT = Kinds.matching(
                    Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+"), "an endpoint URI such as direct:help")
            .kept();
    private static final Kind<Optional<Duration>> STATUS_WITHIN = within();

    enum Intake {
        EXTERNAL
    }

    private final Values values;
    private final Problems problems;

    OptOutSection(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    OptOutRules read(@Nullable YamlNode node, Position at) {
        if (node == null) {
            return OptOutRules.DEFAULT;
        }
        Fields fields = Fields.read(node, at, KEYS, problems);
        return new OptOutRules(
                values.read(fields.get("intake"), INTAKE) == Intake.EXTERNAL,
                texts(fields, "reply"),
                texts(fields, "help"),
                values.read(fields.get("helpTo"), ENDPOINT),
                questions(fields),
                values.read(fields.get("holdFor"), Kinds.duration('h'), ConsentAct.Questioned.HOLD),
                values.read(fields.get("statusWithin"), STATUS_WITHIN, Optional.of(OptOutRules.STATUS_WITHIN))
                        .orElse(null));
    }

    private ByLanguage<MessageContent> texts(Fields fields, String key) {
        return byLanguage(fields, key, node -> {
            String text = values.read(node, TEXT);
            return text == null ? null : TextMessage.of(text).content();
        });
    }

    private ByLanguage<MessageContent> questions(Fields fields) {
        return byLanguage(fields, "ask", node -> {
            Fields question = Fields.read(node, node.position(), ASK, problems);
            String text = values.read(question.get("text"), TEXT);
            String stop = values.read(question.get("stop"), BUTTON);
            String keep = values.read(question.get("keep"), BUTTON);
            if (text == null || stop == null || keep == null) {
                return null;
            }
            if (stop.equals(keep)) {
                problems.add(question.position("keep"), "the same words as for `stop`", "words that tell them apart");
                return null;
            }
            return ReplyButtonsMessage.of(
                            text, new ReplyButton(OptOutRules.STOP, stop), new ReplyButton(OptOutRules.KEEP, keep))
                    .content();
        });
    }

    private ByLanguage<MessageContent> byLanguage(
            Fields fields, String key, Function<YamlNode, @Nullable MessageContent> reader) {
        YamlNode node = fields.get(key);
        if (node == null) {
            return ByLanguage.none();
        }
        Map<String, MessageContent> words = new LinkedHashMap<>();
        Fields languages = Fields.named(node, fields.position(key), LANGUAGES, problems);
        languages.all().forEach((tag, each) -> {
            if (!LANGUAGE.matcher(tag).matches()) {
                problems.add(
                        languages.position(tag),
                        "the language " + Quote.code(tag),
                        "a language such as en, pt or pt_BR");
            }
            MessageContent content = reader.apply(each);
            if (content != null) {
                words.put(tag, content);
            }
        });
        return new ByLanguage<>(words);
    }

    private static Kind<String> text(int most) {
        String expected = "a text of at most " + most + " characters, without a space around it";
        return Kind.text(expected, text -> {
            int length = text.codePointCount(0, text.length());
            if (text.isBlank() || length > most || !text.equals(text.strip())) {
                throw new Malformed(text, expected);
            }
            return text;
        });
    }

    private static Kind<Optional<Duration>> within() {
        String expected = DurationGrammar.expected('m') + ", or `none`";
        return Kind.text(
                expected,
                text -> text.equals("none")
                        ? Optional.empty()
                        : Optional.of(DurationGrammar.parse(text, 'm', Duration.ofMinutes(1))));
    }
}
