package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTrainerTest {

    private static final List<String> SMALL = List.of("unseen-3", "unseen-7");

    private final Weights.Scale thresholds = new Weights.Scale(1, 0, -1, 0, 1);

    @Test
    void the_same_texts_teach_the_same_weights() {
        byte[] first = new WeightsTrainer(SMALL).file(thresholds);

        assertThat(new WeightsTrainer(SMALL).file(thresholds)).isEqualTo(first);
        assertThat(new WeightsTrainer(List.of("unseen-3")).file(thresholds)).isNotEqualTo(first);
    }

    @Test
    void what_was_learnt_tells_most_texts_apart() {
        TrainingTexts texts = TrainingTexts.of(SMALL);
        LinearMachine machine = LinearMachine.learn(texts.all(), texts.features());

        assertThat(texts.all()).allSatisfy(text -> assertThat(machine.score(text) > 0)
                .as(text.set() + " " + text.words() + " words")
                .isEqualTo(text.optOut()));
    }

    @Test
    void the_held_out_texts_teach_nothing() {
        assertThat(WeightsTrainer.SETS).doesNotContain(LabelledTexts.Side.HOLDOUT.folder());
    }
}
