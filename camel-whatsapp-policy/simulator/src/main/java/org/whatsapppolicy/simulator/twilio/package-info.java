/** The Twilio face: its templates, and how its forms become messages of the platform. */
@NullMarked
package org.whatsapppolicy.simulator.twilio;

import org.jspecify.annotations.NullMarked;
