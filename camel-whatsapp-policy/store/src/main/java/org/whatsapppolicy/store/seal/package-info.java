/**
 * Encryption of what can be erased (S-47): each person has a key of their own, wrapped by a key that stands outside the store. Front
 * door: {@link org.whatsapppolicy.store.seal.KeyProvider}.
 */
@NullMarked
package org.whatsapppolicy.store.seal;

import org.jspecify.annotations.NullMarked;
