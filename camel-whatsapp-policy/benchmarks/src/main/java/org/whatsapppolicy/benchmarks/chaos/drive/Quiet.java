package org.whatsapppolicy.benchmarks.chaos.drive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until a healed world has nothing left to do. */
public final class Quiet {

    /** A claim moves when a message is due, and not from when on it may go. */
    private static final String LEFT =
            "select count(*) from message where state = 'SENDING' or (state = 'HELD' and coalesce(not_before, due_at) <= ?)";

    /** After two of them nothing that was taken before is younger than what any purpose lets wait. */
    private static final Duration DAY = Duration.ofHours(25);

    private Quiet() {}

    /** Lets the time pass by which everything must have ended, sent, denied or expired. True when it came to rest each time. */
    public static boolean toTheEnd(World world, Duration patience) throws SQLException {
        boolean rest = await(world, patience);
        for (int day = 0; day < 2 && rest; day++) {
            world.time().step(DAY);
            rest = await(world, patience);
        }
        return rest;
    }

    /** True when it came to rest within the time; what is held for later stays held. */
    public static boolean await(World world, Duration patience) throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        int still = 0;
        long stepped = System.nanoTime();
        while (System.nanoTime() - until < 0) {
            boolean webhooks = world.platform().webhooks().waiting() > 0;
            boolean quiet = !webhooks && left(world) == 0;
            still = quiet ? still + 1 : 0;
            if (still >= 5) {
                return true;
            }
            // The platform tries again after up to an hour.
            if (webhooks && System.nanoTime() - stepped > TimeUnit.SECONDS.toNanos(1)) {
                world.time().step(Duration.ofMinutes(61));
                stepped = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return false;
    }

    /** Waits until nothing that may go is left; no clock leaps meanwhile. */
    static void untilNothingMayGo(World world, Duration patience) throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        while (left(world) > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static int left(World world) throws SQLException {
        try (Connection connection = world.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(LEFT)) {
            statement.setLong(1, world.time().now().toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
