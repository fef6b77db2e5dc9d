package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

class TranscriptTest {

    private final Scene scene = new Scene();

    @Test
    void tells_what_was_done_what_was_seen_and_what_stands() {
        String id = scene.request(1_000, "slip");
        scene.takes(id, "slip");
        scene.writes(2_000, Deed.Meaning.STOP, "w1").answers(2_100, "w1", 2_000, 200);
        scene.grants(3_000, "slip").receives(2_100, 2_000);
        scene.mishap("pause", Scene.NODE, 4_000, 5_000);

        assertThat(Transcript.of(scene.evidence()))
                .anyMatch(line -> line.startsWith("clock [Mark["))
                .anyMatch(line -> line.startsWith("message [id=" + id) && line.contains("decided=" + scene.at(1_000)))
                .anyMatch(line -> line.startsWith("request " + Scene.NODE) && line.contains(id))
                .anyMatch(line -> line.startsWith("deed Written") && line.contains("meaning=STOP"))
                .anyMatch(line -> line.startsWith("deed Grant"))
                .anyMatch(line -> line.startsWith("inbound of"))
                .anyMatch(line -> line.startsWith("receipt") && line.contains("w1"))
                .anyMatch(line -> line.startsWith("mishap Mishap[what=pause"));
    }
}
