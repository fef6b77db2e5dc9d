package org.whatsapppolicy.store.seal;

/**
 * A key as the store keeps it.
 *
 * @param by id of the provider's key that wraps it
 * @param text the key under that one, in Base64
 */
public record Wrapped(String by, String text) {

    @Override
    public String toString() {
        return "Wrapped[by " + by + "]";
    }
}
