package org.whatsapppolicy.benchmarks.compare;

import java.util.List;
import org.apache.camel.component.whatsapp.model.Component;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.Parameter;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;

/** The message that everybody sends: the template {@code slip_due} with one parameter. */
final class Slip {

    static final String TEMPLATE = "slip_due";
    static final String LANGUAGE = "pt_BR";

    private Slip() {}

    /** As the body of a request. */
    static String json(String phone, String key) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + phone
                + "\",\"type\":\"template\",\"template\":{\"name\":\"" + TEMPLATE
                + "\",\"language\":{\"code\":\"" + LANGUAGE
                + "\"},\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"" + key
                + "\"}]}]}}";
    }

    /** As the stock component takes it. */
    static TemplateMessageRequest stock(String phone, String key) {
        Language language = new Language();
        language.setCode(LANGUAGE);
        Parameter text = new Parameter();
        text.setType("text");
        text.setText(key);
        Component body = new Component();
        body.setType("body");
        body.setParameters(List.of(text));
        TemplateMessage template = new TemplateMessage();
        template.setName(TEMPLATE);
        template.setLanguage(language);
        template.setComponents(List.of(body));
        TemplateMessageRequest request = new TemplateMessageRequest();
        request.setTo(phone);
        request.setTemplate(template);
        return request;
    }
}
