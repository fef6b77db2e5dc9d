package org.whatsapppolicy.benchmarks.chaos.drive;

/**
 * What the platform told of a message in a webhook.
 *
 * @param message our id
 * @param status in the platform's words
 * @param code of a failure, or 0
 */
public record Told(String message, String status, int code) {

    /** Whether it says that the message will not arrive. */
    public boolean failed() {
        return status.equals("failed");
    }

    @Override
    public String toString() {
        return code == 0 ? status : status + " " + code;
    }
}
