package org.whatsapppolicy.benchmarks.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an ear hears of a request. */
class HttpTapTest {

    private static final Moment AT = new Moment(1, 1);

    private final List<String> heard = new ArrayList<>();
    private boolean goesOn = true;

    private final HttpTap tap = new HttpTap(new HttpTap.Ear() {
        @Override
        public boolean begins() {
            heard.add("begins");
            return goesOn;
        }

        @Override
        public boolean asked(HttpMessage request) {
            return heard.add(request.line());
        }

        @Override
        public boolean answered(HttpMessage request, HttpMessage answer) {
            return true;
        }
    });

    @Test
    void its_beginning_once_and_then_the_whole_of_it_in_however_many_pieces() {
        up("POST /1001/messages HT");
        up("TP/1.1\r\nContent-Length: 2\r\n\r\n{");
        up("}");
        up("GET / HTTP/1.1\r\n\r\n");

        assertThat(heard).containsExactly("begins", "POST /1001/messages HTTP/1.1", "begins", "GET / HTTP/1.1");
    }

    @Test
    void nothing_more_when_the_beginning_goes_nowhere() {
        goesOn = false;

        assertThat(up("GET / HTTP/1.1\r\n\r\n")).isFalse();
        assertThat(heard).containsExactly("begins");
    }

    private boolean up(String text) {
        return tap.up(text.getBytes(StandardCharsets.UTF_8), AT);
    }
}
