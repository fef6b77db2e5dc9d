package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The region of numbers written without a country code")
class RegionTest {

    private static final String SENDERS = """
            version: 1
            revision: 1
            optOut: { intake: external }
            senders:
              a: { phoneNumberId: "1", accessToken: x, region: BR }
              b: { phoneNumberId: "2", accessToken: x, region: %s }
            purposes:
              plain: { sender: a, category: utility, basis: contract, consent: opt-in }
              abroad: { sender: a, category: utility, basis: contract, consent: opt-in, region: PT }
            """;

    @Test
    void is_the_purposes_then_its_senders() {
        PolicyDocument document = read("DE");
        assertThat(document.region("abroad", null)).isEqualTo("PT");
        assertThat(document.region("plain", null)).isEqualTo("BR");
        assertThat(document.region("plain", document.senders().get("b"))).isEqualTo("DE");
    }

    @Test
    void without_a_purpose_is_the_one_that_all_senders_share() {
        assertThat(read("BR").region(null, null)).isEqualTo("BR");
        assertThat(read("DE").region(null, null)).isNull();
    }

    private static PolicyDocument read(String regionOfB) {
        return new PolicyDocumentReader().read("test", SENDERS.formatted(regionOfB), UnaryOperator.identity());
    }
}
