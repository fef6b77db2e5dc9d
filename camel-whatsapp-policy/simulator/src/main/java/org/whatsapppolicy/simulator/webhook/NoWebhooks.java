package org.whatsapppolicy.simulator.webhook;

/** No receiver was configured. */
final class NoWebhooks implements Delivery {

    @Override
    public boolean enabled() {
        return false;
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void send(Event event) {}

    @Override
    public void stop() {}
}
