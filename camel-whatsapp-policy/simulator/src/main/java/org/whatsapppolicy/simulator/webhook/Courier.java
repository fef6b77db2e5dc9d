package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Carries parcels to receivers over kept-open connections, {@value #LANES} to each. Safe for use by several threads. */
final class Courier {

    private static final int LANES = 32;

    private record Receiver(String host, int port) {}

    private final Vertx vertx;
    private final Context nobodys;
    private final Supplier<Duration> patience;
    private final Lane.Ending ending;
    private final ConcurrentHashMap<Receiver, List<Lane>> lanes = new ConcurrentHashMap<>();

    /** Must not be called on an event loop of {@code vertx}. */
    Courier(Vertx vertx, Supplier<Duration> patience, Lane.Ending ending) {
        this.vertx = vertx;
        this.nobodys = vertx.getOrCreateContext();
        this.patience = patience;
        this.ending = ending;
    }

    void carry(Parcel parcel) {
        Address address = parcel.route().address();
        List<Lane> open =
                lanes.computeIfAbsent(new Receiver(address.host(), address.port()), receiver -> open(address));
        open.get(Math.floorMod(parcel.lane(), LANES)).put(parcel);
    }

    /** Each lane is a verticle so that they spread over the event loops; what is put before it has started waits. */
    private List<Lane> open(Address address) {
        List<Lane> all = new ArrayList<>(LANES);
        for (int i = 0; i < LANES; i++) {
            all.add(new Lane(address, patience, ending));
        }
        Queue<Lane> undeployed = new ConcurrentLinkedQueue<>(all);
        // Deployed on the event loop of a request they would end with the open port, and a port can be closed and
        // opened.
        nobodys.runOnContext(
                ignored -> vertx.deployVerticle(undeployed::poll, new DeploymentOptions().setInstances(LANES)));
        return List.copyOf(all);
    }
}
