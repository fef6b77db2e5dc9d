/**
 * What the platform answers: its errors, their classes, and what an answer means for the attempt it answers. Pure; JSON is
 * maps and lists. Front door: {@link org.whatsapppolicy.policy.answer.AnswerReader}.
 */
@NullMarked
package org.whatsapppolicy.policy.answer;

import org.jspecify.annotations.NullMarked;
