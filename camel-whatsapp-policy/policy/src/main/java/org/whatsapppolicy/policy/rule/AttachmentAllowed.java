package org.whatsapppolicy.policy.rule;

import java.util.List;

/** A purpose sends only documents of the kinds it declares; declaring none denies them all (S-5). */
final class AttachmentAllowed implements Rule {

    private static final ReasonCode NOT_ALLOWED =
            new ReasonCode("attachment-not-allowed", "The purpose does not allow documents of that kind.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(NOT_ALLOWED);
    }

    @Override
    public void judge(Case c) {
        String attachment = c.content.attachment();
        if (attachment != null && !c.purpose().attachments().contains(attachment)) {
            c.deny(
                    NOT_ALLOWED,
                    (attachment.isEmpty() ? "a document without a file name extension" : attachment) + "; allowed: "
                            + Texts.some(c.purpose().attachments()));
        }
    }
}
