package org.whatsapppolicy.policy.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The weights that are shipped are those that the labelled texts teach. {@code -Drecognition.train=true} writes them anew, finds
 * the thresholds and prints what they do on sets that were left out.
 */
class ShippedWeightsTest {

    private static final Path FILE =
            Path.of("src", "main", "resources", "org", "whatsapppolicy", "policy", "optout", WeightsFile.NAME);

    @Test
    void are_what_the_labelled_texts_teach() throws IOException {
        WeightsTrainer trainer = new WeightsTrainer(WeightsTrainer.SETS);
        if (Boolean.getBoolean("recognition.train")) {
            Files.write(FILE, trainer.file(trainer.thresholds()));
        }

        byte[] shipped = Files.readAllBytes(FILE);

        assertThat(trainer.file(WeightsFile.read(shipped).scale()))
                .as("labelled texts or features have changed: train again, see docs/opt-out-recognition.md")
                .isEqualTo(shipped);
    }
}
