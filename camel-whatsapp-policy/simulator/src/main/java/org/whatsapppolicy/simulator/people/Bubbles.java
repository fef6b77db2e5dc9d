package org.whatsapppolicy.simulator.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** What stands in a chat, oldest first, with its ticks. Safe for use by several threads. */
final class Bubbles {

    /** A place in the chat; what stands there changes with the ticks. */
    private static final class Bubble {

        private ShownMessage message;

        Bubble(ShownMessage message) {
            this.message = message;
        }
    }

    private final ArrayDeque<Bubble> all = new ArrayDeque<>(1);

    synchronized void add(ShownMessage message) {
        all.add(new Bubble(message));
    }

    synchronized void forgetOldest() {
        all.poll();
    }

    synchronized List<ShownMessage> list() {
        List<ShownMessage> messages = new ArrayList<>(all.size());
        all.forEach(bubble -> messages.add(bubble.message));
        return messages;
    }

    synchronized @Nullable ShownMessage newest() {
        Bubble last = all.peekLast();
        return last == null ? null : last.message;
    }

    synchronized @Nullable ShownMessage find(String id) {
        Bubble bubble = bubble(id);
        return bubble == null ? null : bubble.message;
    }

    synchronized int unread() {
        return (int) all.stream()
                .filter(bubble -> bubble.message.fromBusiness() && bubble.message.progress() == Progress.DELIVERED)
                .count();
    }

    /** Moves the ticks of a message on. Returns it as it stands now, null when nothing changed. */
    synchronized @Nullable ShownMessage moveOn(String id, Progress progress, int failure) {
        Bubble bubble = bubble(id);
        if (bubble == null) {
            return null;
        }
        ShownMessage changed = bubble.message.now(progress, failure);
        if (changed.equals(bubble.message)) {
            return null;
        }
        bubble.message = changed;
        return changed;
    }

    /** Marks what the person wrote up to that message as read. Returns the messages that were not before. */
    synchronized List<ShownMessage> readUpTo(String id) {
        List<ShownMessage> changed = new ArrayList<>();
        if (bubble(id) == null) {
            return changed;
        }
        for (Bubble bubble : all) {
            ShownMessage read = bubble.message.now(Progress.READ, 0);
            if (!bubble.message.fromBusiness() && !read.equals(bubble.message)) {
                bubble.message = read;
                changed.add(read);
            }
            if (bubble.message.id().equals(id)) {
                break;
            }
        }
        return changed;
    }

    private @Nullable Bubble bubble(String id) {
        for (Iterator<Bubble> newestFirst = all.descendingIterator(); newestFirst.hasNext(); ) {
            Bubble bubble = newestFirst.next();
            if (bubble.message.id().equals(id)) {
                return bubble;
            }
        }
        return null;
    }
}
