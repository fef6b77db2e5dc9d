package org.whatsapppolicy.camel.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.content.Instants;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/**
 * Brings grants or opt-outs in from a file of any length, a batch at a time (S-11, S-12). The same rows can be brought again and
 * again: what changes nothing leaves no trace, so an import that broke off is simply run once more. Blocks. For one run.
 */
public final class ConsentImport {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentImport.class);
    private static final int BATCH = 500;
    private static final int PROGRESS = 100_000;

    private final PolicyStore store;
    private final PolicyDocument document;
    private final boolean optOuts;
    private final @Nullable Path rejects;
    private final Set<String> marketing;
    private final RecipientReader recipients = new RecipientReader();
    private final List<PersonAct> batch = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private @Nullable Instant start;
    private long rows;
    private long applied;
    private long unchanged;
    private long rejected;

    /**
     * Makes an import.
     *
     * @param optOuts whether the rows are a suppression list; else they are grants
     * @param rejects gets rows that were not taken, or null
     */
    public ConsentImport(PolicyStore store, PolicyDocument document, boolean optOuts, @Nullable Path rejects) {
        this.store = store;
        this.document = document;
        this.optOuts = optOuts;
        this.rejects = rejects;
        this.marketing = document.purposes().values().stream()
                .filter(purpose -> purpose.category() == Category.MARKETING)
                .map(Purpose::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes the rows to their end, and closes them.
     *
     * @throws UncheckedIOException when they cannot be read; what was taken until then stays
     */
    public Counts run(InputStream in) {
        try (in;
                Writer out = rejected()) {
            take(ImportRows.of(in), out);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "row " + (rows + 1) + " could not be read; import again what was repaired: " + e.getMessage(), e);
        }
        if (optOuts) {
            whole();
        }
        LOG.info("Import: {} rows, {} applied, {} unchanged, {} rejected", rows, applied, unchanged, rejected);
        return new Counts(rows, applied, unchanged, rejected);
    }

    /** Opened before the first row is read: what is rejected must have a place to stand. */
    private Writer rejected() {
        if (rejects == null) {
            return Writer.nullWriter();
        }
        try {
            Writer out = Files.newBufferedWriter(rejects);
            out.write("row,reason\n");
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "rejects: found " + rejects
                            + ", which cannot be written, expected a file in a directory that there is;"
                            + " no row was read",
                    e);
        }
    }

    /** A list of which rows are missing leaves it open who else opted out (S-8); so does one without any. */
    private void whole() {
        if (rows == 0) {
            LOG.warn(
                    "Suppression list: found no row, so a store that is new or was restored still sends no marketing (S-8)."
                            + " If nobody ever opted out, say so in the policy document: store: { freshStore: accepted }");
        } else if (rejected == 0) {
            store.suppressionImported(store.now());
        } else {
            LOG.warn(
                    "Suppression list: {} of {} rows were not taken, so a store that is new or was restored still sends no"
                            + " marketing (S-8). Repair or remove what stands in the file of option rejects and import the list again",
                    rejected,
                    rows);
        }
    }

    private void take(ImportRows source, Writer out) throws IOException {
        try {
            while (next(source, out)) {
                if (batch.size() >= BATCH) {
                    bring(out);
                }
                if (rows % PROGRESS == 0) {
                    LOG.info("Import: {} rows, {} rejected", rows, rejected);
                }
            }
        } catch (IOException e) {
            // Who was read to have opted out has, whatever is wrong with a later row.
            bring(out);
            throw e;
        }
        bring(out);
    }

    /** Takes the next row, or rejects it; false when there is none. */
    private boolean next(ImportRows source, Writer out) throws IOException {
        long number = rows + 1;
        try {
            Map<String, String> row = source.next();
            if (row == null) {
                return false;
            }
            batch.add(new PersonAct(person(row), optOuts ? optOut(row) : grant(row)));
            numbers.add(number);
        } catch (IllegalArgumentException e) {
            reject(out, number, String.valueOf(e.getMessage()));
        }
        rows = number;
        return true;
    }

    private Recipient person(Map<String, String> row) {
        String purpose = row.get("purpose");
        Purpose known = purpose == null ? null : document.purposes().get(purpose);
        String region = document.region(
                purpose, known == null ? null : document.senders().get(known.sender()));
        Recipient read = recipients.read(row.get("recipient"), region);
        if (read instanceof UnreadableRecipient nobody) {
            throw new IllegalArgumentException("recipient: " + nobody.problem());
        }
        return read;
    }

    private ConsentAct optOut(Map<String, String> row) {
        String scope = row.getOrDefault("scope", "all");
        boolean known = scope.equals("all")
                || scope.equals("marketing")
                || (scope.startsWith("purpose:") && document.purposes().containsKey(scope.substring(8)));
        if (!known) {
            throw new IllegalArgumentException("scope: expected all, marketing, or purpose: and the name of one");
        }
        // Without a date it is as new as the import: nothing that is known already lifts it.
        Instant at = row.containsKey("actedAt") ? Instants.read("actedAt", need(row, "actedAt")) : started();
        return new ConsentAct.Withdrawn(new Scope(scope), evidence(row, at));
    }

    private Instant started() {
        if (start == null) {
            start = store.now();
        }
        return start;
    }

    private ConsentAct grant(Map<String, String> row) {
        Purpose purpose = document.purposes().get(need(row, "purpose"));
        if (purpose == null) {
            throw new IllegalArgumentException(
                    "purpose: expected one of " + document.purposes().keySet());
        }
        Evidence evidence = evidence(row, Instants.read("actedAt", need(row, "actedAt")));
        if (Consents.ahead(evidence.act(), started())) {
            throw new IllegalArgumentException("actedAt: found a time ahead of now, expected when the person agreed");
        }
        Instant expires = row.containsKey("expires") ? Instants.read("expires", need(row, "expires")) : null;
        if (purpose.consent().evidence() && !evidence.proven()) {
            throw new IllegalArgumentException("no-evidence: expected a document or a reference (S-11)");
        }
        if (expires == null && purpose.consent().validFor() == null) {
            throw new IllegalArgumentException(
                    "expires: found none, and the purpose has no validFor; an imported grant must lapse (S-11)");
        }
        return new ConsentAct.Granted(Grant.imported(purpose.name(), evidence, expires));
    }

    private static Evidence evidence(Map<String, String> row, Instant at) {
        return new Evidence(
                at,
                row.getOrDefault("source", "import"),
                row.get("actor"),
                row.get("document"),
                row.get("language"),
                row.get("reference"));
    }

    private static String need(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException(column + ": found none");
        }
        return value;
    }

    private void bring(Writer out) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<Consents.Effect> effects = store.bring(List.copyOf(batch), marketing);
        for (int i = 0; i < effects.size(); i++) {
            switch (effects.get(i)) {
                case APPLIED -> applied++;
                case OUTDATED, NOTHING_TO_CONFIRM -> unchanged++;
                case OPTED_OUT -> reject(out, numbers.get(i), "opted-out: an import lifts no opt-out (S-12)");
            }
        }
        batch.clear();
        numbers.clear();
    }

    private void reject(Writer out, long row, String reason) throws IOException {
        rejected++;
        out.write(row + ",\"" + reason.replace("\"", "\"\"") + "\"\n");
    }

    /**
     * What became of the rows.
     *
     * @param rows how many there were
     * @param applied how many changed something
     * @param unchanged how many were known before, or older than what is known
     * @param rejected how many were not taken
     */
    public record Counts(long rows, long applied, long unchanged, long rejected) {

        /** For a route. */
        public Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rows", rows);
            map.put("applied", applied);
            map.put("unchanged", unchanged);
            map.put("rejected", rejected);
            return map;
        }
    }
}
