package org.whatsapppolicy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");

    @Test
    void names_the_test_command_that_continuous_integration_runs() throws IOException {
        assertThat(readme()).contains("\nmvn verify\n");
        assertThat(Files.readString(TOP.resolve(".ci/run"))).contains("mvn ").contains(" verify");
    }

    @Test
    void shows_the_salesforce_route_as_it_is_tested() throws IOException {
        assertThat(readme()).contains(block("src/test/resources/salesforce/crm-export.yaml"));
    }

    @Test
    void shows_the_first_route_as_it_is_tested() throws IOException {
        assertThat(readme()).contains(block("src/test/resources/readme/slips.yaml"));
    }

    @Test
    void links_only_to_files_that_exist() throws IOException {
        List<String> links = Pattern.compile("]\\(([^)#]+)\\)")
                .matcher(readme())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(TOP.resolve(link))
                .exists());
    }

    private static String block(String file) throws IOException {
        return "```yaml\n" + Files.readString(Path.of(file)) + "```";
    }

    private static String readme() throws IOException {
        return Files.readString(TOP.resolve("README.md"));
    }
}
