package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Which account sends a message, and whether it may. */
final class Payers {

    private final Accounts accounts;
    private final Numbers numbers;
    private final Terms terms;
    private final SimulatorClock clock;

    Payers(Accounts accounts, Numbers numbers, Terms terms, SimulatorClock clock) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.terms = terms;
        this.clock = clock;
    }

    /** The terms of the account that sends: the number's own, or the one named of those that share the number. */
    AccountTerms of(SimulatedNumber sender, JsonNode root) {
        String payer = account(sender, root);
        GraphError refusal = accounts.get(payer).refusal();
        if (refusal != null) {
            throw new Refused(refusal);
        }
        return terms.of(payer);
    }

    private String account(SimulatedNumber sender, JsonNode root) {
        String named = Envelope.account(root);
        if (named == null || named.equals(sender.accountId())) {
            return sender.accountId();
        }
        if (!numbers.knowsAccount(named)) {
            throw GraphErrors.badParameter("Param messaging_account_id is not the id of an account of this number.");
        }
        return named;
    }

    /** Refuses what the account may not send at present, or not there. */
    void check(AccountTerms account, Recipient recipient, Content content) {
        if (account.mayNotMessage(recipient.country())) {
            throw new Refused(GraphErrors.of(130497));
        }
        if (content.template() && content.category().equals("utility") && account.utilityCapped(clock.millis())) {
            throw new Refused(GraphErrors.of(131064));
        }
    }
}
