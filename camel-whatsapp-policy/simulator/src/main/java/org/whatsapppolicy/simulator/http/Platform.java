package org.whatsapppolicy.simulator.http;

import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.app.Subscriptions;
import org.whatsapppolicy.simulator.block.BlockLists;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.media.Media;
import org.whatsapppolicy.simulator.media.MediaUrl;
import org.whatsapppolicy.simulator.message.Desk;
import org.whatsapppolicy.simulator.message.MessageIds;
import org.whatsapppolicy.simulator.number.NumberListener;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.thread.Threads;
import org.whatsapppolicy.simulator.token.AppSecretProof;
import org.whatsapppolicy.simulator.token.DialogKeys;
import org.whatsapppolicy.simulator.token.Tokens;
import org.whatsapppolicy.simulator.twilio.TwilioContents;

/** Everything that stands behind the paths. */
public record Platform(
        SimulatorClock clock,
        Ledger ledger,
        Faults faults,
        Tokens tokens,
        AppSecretProof proof,
        DialogKeys dialogKeys,
        TwilioContents twilioContents,
        Numbers numbers,
        Templates templates,
        People people,
        Media media,
        MediaUrl mediaUrls,
        Accounts accounts,
        BlockLists blockLists,
        Threads threads,
        NumberListener numberListener,
        Subscriptions subscriptions,
        Desk desk,
        Limits limits,
        MessageIds ids) {}
