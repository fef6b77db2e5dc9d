@NullMarked
package org.whatsapppolicy.store.benchmark;

import org.jspecify.annotations.NullMarked;
