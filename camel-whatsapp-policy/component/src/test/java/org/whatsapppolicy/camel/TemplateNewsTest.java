package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;

/** S-4: that templates are read when the platform told of some. */
class TemplateNewsTest {

    private static final PolicyDocument NONE_DECLARED =
            new PolicyDocumentReader().read("policy", Rig.POLICY, text -> text.replace("{{wa.token}}", "token"));

    private final List<Runnable> reads = new ArrayList<>();
    private boolean crowded;

    private void execute(Runnable read) {
        if (crowded) {
            throw new RejectedExecutionException("no thread can be started just now");
        }
        reads.add(read);
    }

    @Test
    @DisplayName("S-4: news for which no thread can be started are not the last that have the templates read")
    @SuppressWarnings("NullAway")
    void news_without_a_thread_are_not_the_last() {
        TemplateNews news = new TemplateNews(null, () -> NONE_DECLARED, this::execute, 1_000);
        crowded = true;
        assertThat(news.told(List.of())).isCompleted();
        crowded = false;
        assertThat(news.told(List.of())).isCompleted();
        assertThat(reads).hasSize(1);
    }
}
