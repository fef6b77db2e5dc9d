package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.seal.Sealing;

/**
 * What it takes to encrypt.
 *
 * @param sealing makes and opens keys
 * @param ids numbers their rows
 */
record Seals(Sealing sealing, RowIds ids) {}
