package org.whatsapppolicy.benchmarks.chaos.judge;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Receipt;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;

/** All that a judge saw, a line each, for those who look for what went wrong when the database is gone. */
public final class Transcript {

    private Transcript() {}

    /** Writes it down. */
    public static void write(Evidence evidence, Path file) throws IOException {
        Files.write(file, of(evidence));
    }

    static List<String> of(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("clock " + evidence.time());
        evidence.rows().values().forEach(row -> lines.add("message " + whole(row)));
        evidence.past()
                .acts()
                .forEach((person, acts) -> acts.forEach(act -> lines.add("act of " + person + " " + act)));
        evidence.inbounds().forEach((person, all) -> all.forEach(one -> lines.add("inbound of " + person + " " + one)));
        evidence.deeds().forEach(deed -> lines.add("deed " + told(deed)));
        evidence.sightings().forEach(sighting -> lines.add("request " + told(sighting)));
        evidence.receipts().forEach(receipt -> lines.add("receipt " + told(receipt)));
        evidence.mishaps().forEach(mishap -> lines.add("mishap " + mishap));
        return lines;
    }

    private static String told(Deed deed) {
        if (deed instanceof Deed.Send send) {
            return "Send[nanos=" + send.nanos() + ", phone=" + send.phone() + ", purpose=" + send.purpose() + ", key="
                    + send.key() + ", async=" + send.async() + ", answered=" + send.answered() + ", answer="
                    + send.answer() + "]";
        }
        if (deed instanceof Deed.Withdrawal withdrawal) {
            return "Withdrawal[nanos=" + withdrawal.nanos() + ", phone=" + withdrawal.phone() + ", act="
                    + withdrawal.act() + ", receipt=" + withdrawal.receipt() + "]";
        }
        return deed.toString();
    }

    private static String told(Sighting sighting) {
        return sighting.node() + " " + sighting.begun() + " " + sighting.letter() + " "
                + (sighting.answer() == null ? "no answer" : sighting.answer().status());
    }

    private static String told(Receipt receipt) {
        return receipt.answer().begun() + " " + receipt.answer().status() + " " + receipt.written();
    }

    /** Every column: what a row says of itself is short. */
    private static String whole(Row row) {
        List<String> all = new ArrayList<>();
        try {
            for (RecordComponent one : Row.class.getRecordComponents()) {
                all.add(one.getName() + "=" + one.getAccessor().invoke(row));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that is public cannot be read", e);
        }
        return all.toString();
    }
}
