package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.drive.Scene;

class ExplainedTest {

    private final Scene scene = new Scene();
    private final Path directory;

    ExplainedTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_decision_that_names_another_document() throws Exception {
        scene.row("00000000-0000-0000-0000-000000000001", "chat", "DENIED", scene.at(1_000));
        Explained explained = new Explained(Scene.engine(directory));

        assertThat(explained.judge(scene.evidence()))
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains("there stands the document none"));
        assertThat(explained.recomputed()).isOne();
        assertThat(explained.leftOut()).isEmpty();
    }

    @Test
    void a_decision_that_has_other_reasons_than_it_gets_again() throws Exception {
        scene.row("00000000-0000-0000-0000-000000000001", "slip", "DENIED", scene.at(1_000));

        assertThat(new Explained(Scene.engine(directory)).judge(scene.evidence()))
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains("there stands [], decided again", "no-consent"));
    }

    @Test
    void a_route_that_is_told_other_reasons_than_there_stand() throws Exception {
        String id = "00000000-0000-0000-0000-000000000001";
        scene.row(id, "slip", "DENIED", scene.at(1_000)).denied(1_000, id, "opted-out");

        assertThat(new Explained(Scene.engine(directory)).judge(scene.evidence()))
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains("the route was told [opted-out], and there stands []"));
    }

    @Test
    void what_is_left_out_is_counted_by_its_cause() throws Exception {
        scene.row("00000000-0000-0000-0000-000000000001", "slip", "DENIED", scene.at(1_000));
        scene.row("00000000-0000-0000-0000-000000000002", "slip", "DELIVERED", scene.at(1_000));
        Explained explained = new Explained(Scene.engine(directory));

        explained.judge(scene.evidence());

        assertThat(explained.leftOut()).isEqualTo(Map.of(LeftOut.SAME_MILLISECOND, 1));
    }
}
