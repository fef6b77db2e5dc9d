package org.whatsapppolicy.simulator.people;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** How much all chats together remember, and who watches them. The oldest message goes first, whatever its chat. */
final class ChatMemory {

    private final ConcurrentLinkedQueue<Chat> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicLong kept = new AtomicLong();
    private final List<ChatListener> listeners = new CopyOnWriteArrayList<>();
    private volatile long atMost = 200_000;

    void keepAtMost(long newest) {
        atMost = newest;
        shrink();
    }

    void clear() {
        while (oldestFirst.poll() != null) {
            kept.decrementAndGet();
        }
    }

    boolean keepsAny() {
        return atMost > 0;
    }

    Runnable watch(ChatListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void added(Chat chat) {
        oldestFirst.add(chat);
        if (kept.incrementAndGet() > atMost) {
            shrink();
        }
    }

    void tell(Chat chat, ShownMessage message) {
        for (ChatListener listener : listeners) {
            listener.changed(chat, message);
        }
    }

    private void shrink() {
        while (kept.get() > atMost) {
            Chat chat = oldestFirst.poll();
            if (chat == null) {
                return;
            }
            kept.decrementAndGet();
            chat.forgetOldest();
        }
    }
}
