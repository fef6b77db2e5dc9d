package org.whatsapppolicy.benchmarks.chaos.wire;

/**
 * A request or an answer.
 *
 * @param head first line and headers
 * @param text the body as it was on the wire, as UTF-8
 * @param begun when its first byte was seen
 * @param ended when its last byte was seen
 */
public record HttpMessage(String head, String text, Moment begun, Moment ended) {

    /** The first line. */
    public String line() {
        int end = head.indexOf("\r\n");
        return end < 0 ? head : head.substring(0, end);
    }

    /** Status of an answer. */
    public int status() {
        String[] words = line().split(" ", 3);
        return words.length > 1 ? Integer.parseInt(words[1]) : 0;
    }
}
